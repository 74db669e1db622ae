import assert from "node:assert/strict";
import Fastify from "fastify";
import { WireError } from "wirepact/client";
import { connectStudio } from "./client/studio.js";
import type { Stroke } from "./server/schemas.js";
import { sockets } from "./server/sockets.js";
import { implementStudio } from "./server/studio.js";

const stroke = (x: number): Stroke => ({ x, y: 0, drawnAt: new Date(x) });

/** Opens every stream of the channel. */
export async function use(): Promise<void> {
  const finished: string[] = [];
  const heard: unknown[] = [];
  const studio = implementStudio({
    async *history({ board, count }, context) {
      try {
        if (board === "") throw context.error.Locked();
        for (let x = 0; x < count; x++) yield stroke(x);
        if (board !== "lobby") throw context.error.NoBoard({ nearest: "lobby" });
        return { total: 7n };
      } finally {
        finished.push(board);
      }
    },
    async *ticks() {
      try {
        for (let tick = 0; ; tick++) yield tick;
      } finally {
        finished.push("ticks");
      }
    },
    async draw(board, items, context) {
      if (board !== "lobby") throw context.error.NoBoard({ nearest: "lobby" });
      let sum = 0;
      for await (const { x, drawnAt } of items) sum += x + drawnAt.getTime();
      return sum;
    },
    async scribble(items) {
      for await (const bytes of items) heard.push(bytes.length);
    },
    async measure(items) {
      let sum = 0;
      for await (const length of items) sum += length;
      return sum;
    },
    async *print(text) {
      for (const letter of text) yield new TextEncoder().encode(letter);
    },
    async *together({ board }, items) {
      let count = 0;
      for await (const each of items) yield { who: `${board} ${++count}`, stroke: each };
      return count;
    },
    async *echo(items) {
      yield* items;
    },
  });
  const app = Fastify();
  await app.register(sockets, { channels: { studio } });
  const client = connectStudio(await app.listen({ port: 0, host: "127.0.0.1" }));
  try {
    const history = client.stream.history({ board: "lobby", count: 40 });
    const strokes: Stroke[] = [];
    for await (const each of history) strokes.push(each);
    assert.deepEqual(strokes, Array.from({ length: 40 }, (_, x) => stroke(x)));
    assert.equal((await history.result).total, 7n);

    const broken = client.stream.history.safe({ board: "attic", count: 2 });
    let count = 0;
    for await (const { drawnAt } of broken) count += drawnAt.getTime() + 1;
    assert.equal(count, 3);
    const outcome = await broken.result;
    assert.ok(!outcome.ok && outcome.error.code === "NoBoard");
    assert.equal(outcome.error.data.nearest, "lobby");
    await assert.rejects(client.stream.history({ board: "", count: 0 }).next(), { code: "Locked" });
    await assert.rejects(client.stream.history({ board: "", count: -1 }).next(), WireError);

    for await (const tick of client.stream.ticks()) if (tick === 100) break;
    assert.equal(await client.stream.draw("lobby", [stroke(1), stroke(2)]), 6);
    const refused = await client.stream.draw.safe("attic", []);
    assert.ok(!refused.ok && refused.error.code === "NoBoard" && refused.error.data.nearest === "lobby");
    await client.stream.scribble([new Uint8Array(3), new Uint8Array(70_000)]);
    assert.deepEqual(heard, [3, 70_000]);

    assert.equal(await client.stream.measure(["a", "bcd"]), 4);

    const printed: number[] = [];
    for await (const bytes of client.stream.print("ok")) printed.push(...bytes);
    assert.deepEqual(printed, [111, 107]);

    const together = client.stream.together({ board: "lobby" }, [stroke(5)]);
    const { value } = await together.next();
    assert.deepEqual(value, { who: "lobby 1", stroke: stroke(5) });
    assert.deepEqual(await together.next(), { done: true, value: 1 });
    const echoed: string[] = [];
    for await (const text of client.stream.echo([" a ", "b"])) echoed.push(text);
    assert.deepEqual(echoed, ["a", "b"]);
    assert.deepEqual(finished, ["lobby", "attic", "", "ticks"]);
  } finally {
    client.close();
    await app.close();
  }
}
