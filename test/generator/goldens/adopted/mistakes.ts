import type { BoardClient } from "./client/board.js";
import { type BoardHandlers, implementBoard } from "./server/board.js";

/** What must not compile. Each mistake has the compiler's word for it; none of this ever runs. */
export async function mistakes(client: BoardClient, handlers: BoardHandlers<undefined>): Promise<void> {
  // @ts-expect-error: an argument is missing
  client.emit.move("rook");
  // @ts-expect-error: the second argument is a number
  client.emit.move("rook", "3");
  // @ts-expect-error: there is no fourth argument
  client.emit.move("rook", 3, 4, 5);
  // @ts-expect-error: there is no place for options behind arguments
  await client.call.find("king", { timeoutMs: 5 });
  // @ts-expect-error: a tuple of two numbers
  implementBoard({ ...handlers, find: () => [1] });
  // @ts-expect-error: the third argument may be missing
  implementBoard({ ...handlers, move: (_piece, _x, y) => void y.toFixed() });
  // @ts-expect-error: both arguments are texts
  client.handle.choose((first: number) => `${first}`);
}
