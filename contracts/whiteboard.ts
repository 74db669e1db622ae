import { call, channel, event, room, stream } from "wirepact/contract";
import { z } from "zod";
import { PersonName } from "./chat.js";

/** Names a board. */
export const BoardId = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .min(1)
  .max(64);

/** A place on a board, `[x, y]`: every board is 1,600 wide and 1,000 high, whatever window shows it. */
export const Point = z.tuple([z.int().min(0).max(1600), z.int().min(0).max(1000)]);

/** What a stroke is drawn with. */
export const Pen = z.object({
  color: z.enum(["ink", "red", "orange", "green", "blue", "violet"]),
  width: z.int().min(1).max(40),
});

/** Points of a stroke, `from` its first, second, … point on: what is told twice changes nothing. */
export const StrokePart = z.object({
  from: z.int().min(0).max(4_999),
  points: z.array(Point).min(1).max(200),
});

/** A part of a stroke as those who look at the board see it. */
export const Ink = StrokePart.extend({
  board: BoardId,
  /** The stroke's id, made by who draws it. */
  stroke: z.uuid(),
  author: PersonName,
  pen: Pen,
});

/** Who draws, told by everybody at a board. */
export const Artist = z.object({ color: Pen.shape.color });

const NotAtTheBoard = z.object({ board: BoardId });

/** Boards that people draw on together. */
export const whiteboard = channel("/whiteboard", {
  auth: z.object({ name: PersonName }),
  rooms: { board: room(BoardId, { join: "client", presence: Artist }) },
  clientToServer: {
    /** What is on the board already, oldest stroke first. */
    history: stream({ input: z.object({ board: BoardId }), item: Ink, errors: { NotAtTheBoard } }),
    /** Draws one stroke, part by part as the pen moves; the others at the board see each part as it comes. */
    draw: stream({
      direction: "upload",
      input: z.object({ board: BoardId, stroke: z.uuid(), pen: Pen }),
      item: StrokePart,
      errors: {
        NotAtTheBoard,
        /** The board was cleared, or somebody else draws a stroke of this id. */
        StrokeGone: z.object({ stroke: z.uuid() }),
      },
    }),
    /** Takes every stroke off the board, for everybody. */
    clear: call({ input: z.object({ board: BoardId }), errors: { NotAtTheBoard }, idempotent: true }),
    /** Shows the others where this person's pen is. */
    moveCursor: event(z.object({ board: BoardId, at: Point }), { latest: true, limits: { perSecond: 60 } }),
  },
  serverToClient: {
    inkDrawn: event(Ink, { replay: { keepMs: 120_000, keepCount: 20_000 } }),
    boardCleared: event(z.object({ board: BoardId, by: PersonName }), {
      replay: { keepMs: 120_000, keepCount: 1_000 },
    }),
    cursorMoved: event(z.object({ board: BoardId, person: PersonName, at: Point }), { latest: "person" }),
  },
});
