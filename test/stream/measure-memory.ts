/**
 * Shows that memory stays flat while a fast writer meets a slow reader: `npx tsx test/stream/measure-memory.ts`. As many items
 * as `WIREPACT_STREAM_ITEMS` says, 20,000 by default, for a reader that takes `WIREPACT_STREAM_READER_MS`, by default a
 * millisecond, over each; the server is a process of its own. Prints twenty lines of JSON.
 */

import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Fastify from "fastify";
import { connectStudio } from "../generator/goldens/streams/client/studio.js";
import { sockets } from "../generator/goldens/streams/server/sockets.js";
import { implementStudio, type StudioHandlers } from "../generator/goldens/streams/server/studio.js";

/** One line of what is printed. */
export interface MemorySample {
  readonly read: number;
  /** Items that the server's handler was asked for and that the client has not read. */
  readonly ahead: number;
  readonly seconds: number;
  /** Resident memory of either process. */
  readonly serverBytes: number;
  readonly clientBytes: number;
}

interface ServerState {
  readonly asked: number;
  readonly residentBytes: number;
}

const items = Number(process.env.WIREPACT_STREAM_ITEMS ?? 20_000);
const readerMs = Number(process.env.WIREPACT_STREAM_READER_MS ?? 1);

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
  const startedMs = performance.now();
  let count = 0;
  for await (const _tick of client.stream.ticks()) {
    if (++count % Math.ceil(items / 20) === 0) {
      server.send("state");
      // The server's only other message.
      const [state] = (await once(server, "message")) as [ServerState];
      const sample: MemorySample = {
        read: count,
        ahead: state.asked - count,
        seconds: Math.round((performance.now() - startedMs) / 100) / 10,
        serverBytes: state.residentBytes,
        clientBytes: process.memoryUsage.rss(),
      };
      console.log(JSON.stringify(sample));
    }
    if (count === items) break;
    if (readerMs > 0) await pause(readerMs);
  }
  client.close();
  server.kill();
}

await (process.argv[2] === "serve" ? serve() : read());
