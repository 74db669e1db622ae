import assert from "node:assert/strict";
import Fastify from "fastify";
import { connectLedger } from "./client/ledger.js";
import type { EntryInit } from "./client/schemas.js";
import { implementLedger } from "./server/ledger.js";
import { sockets } from "./server/sockets.js";

const entry: EntryInit = {
  at: new Date("2024-02-29T12:00:00.123Z"),
  amount: -(2n ** 63n),
  memo: new Uint8Array([1, 2, 3]),
  tags: new Set(["a", "b"]),
  shares: new Map([["ada", 12345678901234567890n]]),
  gaps: [new Date(0), null, undefined],
  rate: Number.NaN,
  due: "2024-02-29T12:00:00.123Z",
  zero: -0,
  flag: 1n,
};

/** Sends what JSON does not have, both ways. */
export async function use(): Promise<void> {
  const read: unknown[] = [];
  const ledger = implementLedger({
    post(input) {
      read.push(input);
      return input;
    },
    close(input) {
      read.push(input);
      return { at: input.to, of: new Set(input.note === "" ? [] : [1, -0]) };
    },
    wait: (input) => [input.for, 60_000],
    either: (input) => void read.push(input),
  });
  const app = Fastify();
  await app.register(sockets, { channels: { ledger } });
  const client = connectLedger(await app.listen({ port: 0, host: "127.0.0.1" }));
  try {
    const posted = await client.call.post(entry);
    assert.deepEqual(posted, { ...entry, open: false });
    assert.deepEqual(read.pop(), posted);
    assert.deepEqual((await client.call.post({ ...entry, due: new Date(7) })).due, new Date(7));

    const closed = await client.call.close({ from: new Date(1), open: true, note: "a" });
    assert.deepEqual(closed, { at: new Date(5), of: new Set([1, 0]) });
    assert.deepEqual(read.pop(), { from: new Date(1), to: new Date(5), open: true, note: "a" });
    const backwards = { from: new Date(9), open: false, note: "a" };
    const refused = await client.call.close.safe(backwards);
    assert.equal(refused.ok ? "" : refused.error.issues?.[0]?.message, "ends before it begins");
    const empty = await client.call.close.safe({ from: new Date(1), open: false, note: "" });
    assert.equal(empty.ok ? "" : empty.error.code, "bad_output");

    assert.deepEqual(await client.call.wait({ for: 120_000 }), [120_000, 60_000]);
    read.length = 0;
    client.emit.either({ by: 3n });
    await client.call.wait({ for: 60_000 });
    assert.deepEqual(read, [{ by: 3n }]);
  } finally {
    client.close();
    await app.close();
  }
}
