import Fastify, { type FastifyInstance } from "fastify";
import { onTestFinished } from "vitest";
import type { ConnectOptions } from "wirepact/client";
import type { SocketServerOptions } from "wirepact/server";
import { connectStudio, type StudioClient } from "../generator/goldens/streams/client/studio.js";
import type { Stroke } from "../generator/goldens/streams/server/schemas.js";
import { sockets } from "../generator/goldens/streams/server/sockets.js";
import { implementStudio, type StudioHandlers } from "../generator/goldens/streams/server/studio.js";

export type { Stroke, StudioClient };
export type Handlers = StudioHandlers<undefined>;

/** One line of the server's log. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [key: string]: unknown;
}

export interface Studio {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly client: StudioClient;
  readonly log: readonly LogLine[];
  /** What handlers and tests note down, in order. */
  readonly notes: string[];
}

/** Tests look often and give up late. */
export const waitOptions = { timeout: 5_000, interval: 5 };

export const strokeAt = (x: number): Stroke => ({ x, y: 0, drawnAt: new Date(x) });

/** Items of a test's own, noting down how they end. */
export async function* notedItems<Item>(
  notes: string[],
  source: Iterable<Item>,
): AsyncGenerator<Item, undefined> {
  try {
    for (const item of source) yield item;
    return undefined;
  } finally {
    notes.push("client's finally");
  }
}

export interface StudioSetup {
  readonly handlers?: (notes: string[]) => Partial<Handlers>;
  readonly options?: SocketServerOptions;
  readonly connect?: ConnectOptions;
}

/** The generated server and client of the golden `streams`, on a free port of 127.0.0.1; they end with the test. */
export async function startStudio({ handlers, options, connect }: StudioSetup = {}): Promise<Studio> {
  const log: LogLine[] = [];
  const notes: string[] = [];
  const app = Fastify({
    logger: { level: "debug", stream: { write: (line: string) => log.push(JSON.parse(line)) } },
  });
  const studio = implementStudio({ ...idleHandlers, ...handlers?.(notes) });
  await app.register(sockets, { channels: { studio }, ...options });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const client = connectStudio(url, { reconnectionDelayMs: 1, ...connect });
  onTestFinished(async () => {
    client.close();
    await app.close();
  });
  return { app, url, client, log, notes };
}

/** Handlers that do next to nothing. */
export const idleHandlers: Handlers = {
  // biome-ignore lint/correctness/useYield: there is no history
  async *history(_input, _context) {
    return { total: 0n };
  },
  async *ticks() {},
  async draw() {
    return 0;
  },
  async scribble() {},
  measure: () => 0,
  async *print() {},
  // biome-ignore lint/correctness/useYield: nobody draws
  async *together() {
    return 0;
  },
  async *echo(items) {
    yield* items;
  },
};

/** Numbers from 0, for ever. */
export function* count(): Generator<number, never> {
  for (let number = 0; ; number++) yield number;
}

/** Ends the transport of every client, without a word of Socket.IO's. */
export function cutConnections(app: FastifyInstance): void {
  for (const { conn } of app.sockets.studio.namespace.sockets.values()) conn.close();
}
