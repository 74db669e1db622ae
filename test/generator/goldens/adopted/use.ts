import assert from "node:assert/strict";
import Fastify from "fastify";
import { isWireError } from "wirepact/client";
import { splitContext } from "wirepact/server";
import { connectBoard } from "./client/board.js";
import { implementBoard } from "./server/board.js";
import { implementCustom } from "./server/custom.js";
import { implementMain } from "./server/main.js";
import { sockets } from "./server/sockets.js";

/** Calls and emits every member of the board, in both directions. */
export async function use(): Promise<void> {
  const heard: unknown[] = [];
  const board = implementBoard({
    move(piece, x, y, context) {
      heard.push([piece, x, y, context.id.length > 0]);
      context.emit["piece moved"](piece, x);
    },
    "place-piece": (piece, x) => piece.length === x,
    count: () => 7,
    find: (piece) => [piece.length, 2],
    clear: () => undefined,
    guess: (text, times) => text.length === times,
    async play({ call, all }) {
      heard.push(await call.choose("a", "b"), await call.span(4), await call.rate("x", 1, 2, 3));
      const outcomes = await all.call.rate.with({ timeoutMs: 5_000 })("y");
      heard.push(outcomes.map(({ status }) => status));
      const late = await call.choose.with({ timeoutMs: 10 })("late", "").catch((error: unknown) => error);
      heard.push(isWireError(late) && late.code);
    },
  });
  const main = implementMain({
    message(...given) {
      const [args, context] = splitContext(given);
      context.emit["message-back"](...args);
    },
    "message-with-ack": (...given) => splitContext(given)[0],
  });
  const custom = implementCustom({});
  const app = Fastify();
  await app.register(sockets, { channels: { board, main, custom } });
  const client = connectBoard(await app.listen({ port: 0, host: "127.0.0.1" }));
  try {
    client.handle.choose((first, second, { signal }) =>
      first === "late"
        ? new Promise((resolve) => signal.addEventListener("abort", () => resolve("")))
        : first + second,
    );
    client.handle.span((from) => [from, from + 1]);
    client.handle.rate((...given) => given.length);
    const moved = client.on["piece moved"].once();
    client.on["piece moved"]((piece, x) => heard.push(`${piece} ${x}`));
    client.emit.move("rook", 3);
    assert.deepEqual(await moved, ["rook", 3]);
    client.emit.move("rook", 3, 4);
    assert.equal(await client.call["place-piece"]("rook", 4), true);
    assert.equal(await client.call["place-piece"].with({ timeoutMs: 5_000 })("rook", 5), false);
    assert.equal(await client.call.count({ timeoutMs: 5_000 }), 7);
    assert.deepEqual(await client.call.find("king"), [4, 2]);
    assert.equal(await client.call.clear(), undefined);
    assert.equal(await client.call.guess("abc", 3), true);
    const wrong = await client.call.guess.safe("ABC", 3);
    assert.ok(!wrong.ok && wrong.error.code === "bad_input");
    assert.deepEqual(wrong.error.issues?.[0]?.path, [0]);
    await client.call.play();
    assert.deepEqual(heard, [
      ["rook", 3, undefined, true],
      "rook 3",
      ["rook", 3, 4, true],
      "rook 3",
      "ab",
      [4, 5],
      5,
      ["answered"],
      "timeout",
    ]);
    // What is refused before it leaves.
    assert.throws(() => client.emit.move("rook", 0.5), { code: "bad_input" });
    const refused = await client.call.find.safe(7 as never);
    assert.ok(!refused.ok && refused.error.code === "bad_input");
  } finally {
    client.close();
    await app.close();
  }
}
