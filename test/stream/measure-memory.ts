/**
 * Shows that memory stays flat while a fast writer meets a slow reader: `npx tsx test/stream/measure-memory.ts [items] [ms]`.
 * By default 20,000 items for a reader that takes 1 ms over each; the server is a process of its own.
 */

import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Fastify from "fastify";
import { connectStudio } from "../generator/goldens/streams/client/studio.js";
import { sockets } from "../generator/goldens/streams/server/sockets.js";
import { implementStudio, type StudioHandlers } from "../generator/goldens/streams/server/studio.js";

interface ServerState {
  readonly asked: number;
  readonly residentBytes: number;
}

const [items = 20_000, readerMs = 1] = process.argv.slice(2).map(Number);

async function serve(): Promise<void> {
  let asked = 0;
  const idle: Pick<
    StudioHandlers<undefined>,
    "history" | "draw" | "scribble" | "measure" | "print" | "together" | "echo"
  > = {
    async *history() {
      yield* [];
      return { total: 0n };
    },
    draw: () => 0,
    scribble() {},
    measure: () => 0,
    async *print() {},
    async *together(_input, received) {
      for await (const stroke of received) yield { who: "", stroke };
      return 0;
    },
    echo: (received) => received,
  };
  const studio = implementStudio({
    ...idle,
    async *ticks() {
      for (;;) yield asked++;
    },
  });
  const app = Fastify();
  await app.register(sockets, { channels: { studio } });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  process.on("message", () => process.send?.({ asked, residentBytes: process.memoryUsage.rss() }));
  process.send?.(url);
}

async function read(): Promise<void> {
  const server = fork(fileURLToPath(import.meta.url), ["serve"]);
  const [url] = await once(server, "message");
  const client = connectStudio(String(url));
  let count = 0;
  for await (const _tick of client.stream.ticks()) {
    if (++count % Math.ceil(items / 10) === 0) {
      server.send("state");
      // The server's only other message.
      const [state] = (await once(server, "message")) as [ServerState];
      const resident = [state.residentBytes, process.memoryUsage.rss()].map((bytes) =>
        Math.round(bytes / 1e6),
      );
      console.log(
        `${count} read, ${state.asked - count} ahead; resident: server ${resident[0]} MB, client ${resident[1]} MB`,
      );
    }
    if (count === items) break;
    if (readerMs > 0) await pause(readerMs);
  }
  client.close();
  server.kill();
}

await (process.argv[2] === "serve" ? serve() : read());
