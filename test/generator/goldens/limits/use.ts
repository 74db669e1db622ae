import assert from "node:assert/strict";
import Fastify from "fastify";
import { connectParcels } from "./client/parcels.js";
import { implementParcels } from "./server/parcels.js";
import { sockets } from "./server/sockets.js";

/** Finds what the contract limits refused, by the client and by the server. */
export async function use(): Promise<void> {
  const named: string[] = [];
  const parcels = implementParcels({
    send: ({ content }) => content.length,
    insure() {},
    pair: (first, second) => first + second,
    ping() {},
    moved() {},
    weighed() {},
    named: (name) => void named.push(name),
    async scan(items) {
      let count = 0;
      for await (const _ of items) count++;
      return count;
    },
    async *track(parcel) {
      yield `parcel ${parcel}`;
    },
    free() {},
  });
  const app = Fastify();
  await app.register(sockets, { channels: { parcels } });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const client = connectParcels(url);
  try {
    await client.whenConnected();
    const codes = await Promise.all(
      Array.from({ length: 5 }, () => client.call.send.safe({ content: "x" })),
    ).then((results) => results.map((result) => (result.ok ? "ok" : result.error.code)));
    assert.deepEqual(codes, ["ok", "ok", "overloaded", "overloaded", "overloaded"]);
    const large = await client.call.send.safe({ content: "x".repeat(2_000) });
    assert.equal(large.ok ? "" : large.error.code, "too_large");
    assert.equal(await client.call.pair(10, 20), 30);
    const pair = await client.call.pair.safe(10_000, 20_000);
    assert.equal(pair.ok ? "" : pair.error.code, "too_large");
    assert.throws(() => client.emit.named("x".repeat(20)), { code: "too_large" });
    client.emit.named("Ada");
    await Promise.all(Array.from({ length: 120 }, () => client.call.insure("x")));
    assert.deepEqual(named, ["Ada"]);
    assert.equal(await client.stream.scan(["a", "b"]), 2);
    await assert.rejects(client.stream.scan(["a", "x".repeat(20)]), { code: "too_large" });
    for await (const place of client.stream.track(1)) assert.equal(place, "parcel 1");
    assert.equal(client.state.value.status, "connected");
  } finally {
    client.close();
    await app.close();
  }
}
