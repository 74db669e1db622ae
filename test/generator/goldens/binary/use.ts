import assert from "node:assert/strict";
import Fastify from "fastify";
import { connectScans } from "./client/scans.js";
import { implementScans } from "./server/scans.js";
import { sockets } from "./server/sockets.js";

const pages = (count: number) => Array.from({ length: count }, (_, index) => Uint8Array.of(index, 255));

/** Sends as many binary values as a packet carries, and finds one more refused before it costs the connection. */
export async function use(): Promise<void> {
  const emitted: unknown[] = [];
  const scans = implementScans({
    turn: (input) => input,
    print: (count) => ({ pages: pages(count) }),
    cover([front, back], context) {
      const emit = (count: number) =>
        context.emit.scanned(Object.fromEntries(pages(count).map((page, index) => [`page ${index}`, page])));
      assert.throws(() => emit(11), { code: "too_large" });
      emit(10);
      return [front, back];
    },
  });
  for (const transports of [["websocket"], ["polling"]] as const) {
    const app = Fastify();
    await app.register(sockets, { channels: { scans } });
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    const client = connectScans(url, { transports });
    client.on.scanned((scanned) => void emitted.push(scanned));
    try {
      assert.deepEqual(await client.call.turn(pages(10)), pages(10));
      const refused = await client.call.turn.safe(pages(11));
      assert.equal(refused.ok ? "" : refused.error.code, "too_large");
      const overfull = await client.call.print.safe(11);
      assert.equal(overfull.ok ? "" : overfull.error.code, "too_large");

      const [front = Uint8Array.of(), back = Uint8Array.of()] = pages(2);
      assert.deepEqual(await client.call.cover([front, back]), [front, back]);
      assert.equal(Object.keys(Object(emitted.pop())).length, 10);
      assert.equal(client.state.value.status, "connected");
    } finally {
      client.close();
      await app.close();
    }
  }
}
