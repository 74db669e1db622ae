import type { Boards } from "../boards.js";
import { implementWhiteboard, type WhiteboardContext } from "../generated/whiteboard.js";

/** Somebody at the boards. */
export interface Draftsman {
  readonly name: string;
}

/** What `whiteboard` does. Clients join boards by themselves; only who is at a board sees and changes it. */
export function whiteboardHandlers({ boards }: { readonly boards: Boards }) {
  return implementWhiteboard<Draftsman>({
    connect: ({ auth }) => ({ name: auth.name }),

    rooms: {
      board: {
        mayJoin: () => true,
        // Two windows of one person are one person.
        presenceId: (_board, context) => context.session.name,
      },
    },

    async *history({ board }, context) {
      if (!isAt(board, context)) throw context.error.NotAtTheBoard({ board });
      yield* boards.ink(board);
    },

    async draw({ board, stroke, pen }, parts, context) {
      if (!isAt(board, context)) throw context.error.NotAtTheBoard({ board });
      const author = context.session.name;
      if (!boards.begin(board, { stroke, author, pen })) throw context.error.StrokeGone({ stroke });
      for await (const part of parts) {
        const ink = boards.extend(board, stroke, part);
        if (ink === undefined) throw context.error.StrokeGone({ stroke });
        if (ink !== "known") context.others.to.board(board).emit.inkDrawn(ink);
      }
      if (!boards.has(board, stroke)) throw context.error.StrokeGone({ stroke });
    },

    clear({ board }, context) {
      if (!isAt(board, context)) throw context.error.NotAtTheBoard({ board });
      boards.clear(board);
      context.to.board(board).emit.boardCleared({ board, by: context.session.name });
    },

    moveCursor({ board, at }, context) {
      if (!isAt(board, context)) return;
      context.others.to.board(board).emit.cursorMoved({ board, person: context.session.name, at });
    },
  });
}

function isAt(board: string, context: Pick<WhiteboardContext<Draftsman>, "rooms">): boolean {
  return context.rooms.board(board).joined;
}
