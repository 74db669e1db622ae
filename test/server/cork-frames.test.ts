import { Duplex } from "node:stream";
import { expect, test } from "vitest";
import { type Arena, startArena, until } from "./start-arena.js";

/** Counts what Node's own socket below a client's WebSocket is told to write. */
function countWrites({ sockets }: Arena, id: string | undefined): { readonly writes: number } {
  const transport = sockets.namespace.sockets.get(id ?? "")?.conn.transport as unknown as {
    readonly socket: { readonly _socket: Duplex };
  };
  const stream = transport.socket._socket;
  expect(stream).toBeInstanceOf(Duplex);
  const count = { writes: 0 };
  for (const name of ["_write", "_writev"] as const) {
    const write = stream[name]?.bind(stream) as (...args: unknown[]) => void;
    Object.assign(stream, {
      [name]: (...args: unknown[]) => {
        count.writes++;
        write(...args);
      },
    });
  }
  return count;
}

test.each([
  ["that came by WebSocket", ["websocket"]],
  ["that was upgraded to WebSocket", ["polling", "websocket"]],
])("frames of one turn leave in a write or two for a plain client %s", async (_, transports) => {
  const arena = await startArena();
  const client = await arena.join("Ada", { transports });
  const heard: string[] = [];
  client.on("heard", ({ text }: { text: string }) => heard.push(text));
  const conn = arena.sockets.namespace.sockets.get(client.id ?? "")?.conn;
  await until(() => conn?.transport.name === "websocket" && conn.transport.writable);
  const count = countWrites(arena, client.id);
  const { emit } = arena.sockets.client(client.id ?? "");
  const texts = Array.from({ length: 20 }, (_, index) => String(index));
  for (const text of texts) emit.heard({ text });
  await until(() => heard.length === texts.length);
  expect(heard).toEqual(texts);
  expect(count.writes).toBeLessThanOrEqual(3);
});
