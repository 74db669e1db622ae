import Fastify, { type FastifyInstance } from "fastify";
import { io as connectIo, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";
import { onTestFinished } from "vitest";
import type { ChannelImplementation, SocketServerOptions } from "wirepact/server";
import {
  type ArenaContext,
  type ArenaHandlers,
  type ArenaOptions,
  type ArenaSockets,
  arenaPlugin,
  implementArena,
} from "./arena.js";

/** What a handler of the tests' own finds as its session. */
export interface Player {
  readonly name: string;
}

/** One line of the server's log. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [key: string]: unknown;
}

export interface Arena {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly port: number;
  readonly sockets: ArenaSockets;
  /** What the plugin was given. */
  readonly implementation: ChannelImplementation<"arena", Player>;
  readonly log: readonly LogLine[];
  /** A plain Socket.IO client, connected; closed with the test. */
  readonly join: (name: string, options?: Partial<ManagerOptions & SocketOptions>) => Promise<Socket>;
  /** The same, not waited for. */
  readonly open: (name: string, options?: Partial<ManagerOptions & SocketOptions>) => Socket;
}

export interface ArenaSetup {
  readonly handlers?: Partial<ArenaHandlers<Player>>;
  /** Instead of what {@link ArenaSetup.handlers} become. */
  readonly implementation?: ChannelImplementation<"arena">;
  readonly options?: SocketServerOptions & Pick<ArenaOptions, "onStart">;
  /** Runs before the plugin is registered. */
  readonly prepare?: (app: FastifyInstance) => unknown;
  readonly port?: number;
}

/** A server with the arena on a free port of 127.0.0.1; ends with the test. */
export async function startArena(setup: ArenaSetup = {}): Promise<Arena> {
  const log: LogLine[] = [];
  const app = Fastify({
    logger: { level: "debug", stream: { write: (line: string) => log.push(JSON.parse(line)) } },
  });
  await setup.prepare?.(app);
  // A test that brings its own has no use for the type of its sessions.
  const implementation = (setup.implementation ??
    implementArena({ ...defaultHandlers, ...setup.handlers })) as Arena["implementation"];
  await app.register(arenaPlugin, { channels: { arena: implementation }, ...setup.options });
  const url = await app.listen({ port: setup.port ?? 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  const open: Arena["open"] = (name, options) => {
    const socket = connectIo(`${url}/arena`, {
      forceNew: true,
      transports: ["websocket"],
      reconnection: false,
      auth: { name },
      ...options,
    });
    onTestFinished(() => {
      socket.close();
    });
    return socket;
  };
  return {
    app,
    url,
    port: Number(new URL(url).port),
    // The decoration is typed by generated code only, which the tests write by hand.
    sockets: (app as unknown as { readonly sockets: { readonly arena: ArenaSockets } }).sockets.arena,
    implementation,
    log,
    open,
    join: async (name, options) => {
      const socket = open(name, options);
      await happens(socket, "connect");
      return socket;
    },
  };
}

/** The next event of that name, as its arguments. */
export function happens(
  emitter: { once(event: string, listener: (...values: never[]) => void): unknown },
  event: string,
): Promise<unknown[]> {
  return new Promise((resolve) => {
    emitter.once(event, (...values: unknown[]) => resolve(values));
  });
}

/** Waits until `condition` holds. */
export async function until(condition: () => boolean): Promise<void> {
  const startedAtMs = Date.now();
  while (!condition()) {
    if (Date.now() - startedAtMs > 5_000) throw new Error(`never came true: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Every event that a plain client gets, in order. */
export function recordEvents(socket: Socket): unknown[][] {
  const events: unknown[][] = [];
  socket.onAny((...values: unknown[]) => {
    events.push(values.filter((value) => typeof value !== "function"));
  });
  return events;
}

/** Answers whatever the server asks with `reply`. */
export function answerWith(socket: Socket, name: string, reply: unknown): void {
  socket.on(name, (...values: unknown[]) => {
    const acknowledge = values.at(-1);
    if (typeof acknowledge === "function") acknowledge(reply);
  });
}

type Context = ArenaContext<Player>;

/** Handlers that do the least. */
export const defaultHandlers = {
  connect: ({ auth }) => ({ name: auth.name }),
  add: ({ a, b }) => ({ sum: a + b }),
  ping: () => undefined,
  echo: (input) => input,
  greet: (name) => `hello ${name ?? "stranger"}`,
  plant: (tree) => tree,
  slow: ({ ms }) => new Promise((resolve) => setTimeout(() => resolve("done"), ms)),
  fail: ({ how }) => how,
  defect: () => undefined,
  join: (key, context: Context) => context.rooms.team(key).join(),
  shout: ({ text }, context: Context) => context.others.emit.heard({ text }),
  wave: (context: Context) => context.others.emit.waved(),
} satisfies ArenaHandlers<Player>;
