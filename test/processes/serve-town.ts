import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import {
  bytes,
  type ChannelDefinition,
  payloadCheck,
  redisPubSub,
  redisStreams,
  type SocketServerOptions,
  socketsPlugin,
} from "wirepact/server";
import { type FeedContext, type FeedSockets, feedDefinition } from "../faults/feed.js";
import { type HallSockets, hallDefinition } from "../rooms/hall.js";
import { type ArenaContext, type ArenaSockets, arenaDefinition } from "../server/arena.js";

/** How the processes of a test are joined. */
export interface TownLink {
  readonly kind: "streams" | "pubSub";
  readonly url: string;
  /** Stands for another version of the contracts. */
  readonly fingerprint?: string;
  readonly group?: string;
}

/** What a client of the arena has as its session: not all of it is JSON. */
export interface Citizen {
  readonly name: string;
  readonly since: Date;
  readonly tags: ReadonlySet<string>;
}

export interface TownLogLine {
  readonly level: number;
  readonly msg: string;
  readonly [key: string]: unknown;
}

/** A server with the arena (rooms, calls), the hall (presence) and the feed (replay). */
export interface Town {
  readonly app: FastifyInstance;
  readonly port: number;
  readonly log: readonly TownLogLine[];
  readonly arena: ArenaSockets<Citizen>;
  readonly hall: HallSockets;
  readonly feed: FeedSockets;
}

export async function serveTown(link: TownLink, { port = 0, ...options }: TownOptions = {}): Promise<Town> {
  const { kind, url, fingerprint, group } = link;
  const redis = { url, ...(group !== undefined && { group }) };
  return serve(
    { adapter: kind === "streams" ? redisStreams(redis) : redisPubSub(redis), sticky: true, ...options },
    { port, ...(fingerprint !== undefined && { fingerprint }) },
  );
}

const pictured = { kind: "event" as const, payload: payloadCheck(() => bytes(Uint8Array)) };

type TownOptions = SocketServerOptions & { readonly port?: number };

async function serve(
  options: SocketServerOptions,
  { port, fingerprint }: { readonly port: number; readonly fingerprint?: string },
): Promise<Town> {
  const log: TownLogLine[] = [];
  const stream = { write: (line: string) => void log.push(JSON.parse(line)) };
  const app = Fastify({ logger: { level: "info", stream } });
  const feed = feedDefinition();
  // Bytes, which not every adapter carries by itself.
  const serverToClient = { ...arenaDefinition.serverToClient, pictured };
  const definitions = [{ ...arenaDefinition, serverToClient }, hallDefinition, feed].map(
    (definition): ChannelDefinition => ({ ...definition, ...(fingerprint !== undefined && { fingerprint }) }),
  );
  await app.register(socketsPlugin(definitions), { ...options, channels: townChannels });
  await app.listen({ port, host: "127.0.0.1" });
  // The decoration is typed by generated code only.
  const { sockets } = app as unknown as { readonly sockets: Pick<Town, "arena" | "hall" | "feed"> };
  return { app, port: (app.server.address() as AddressInfo).port, log, ...sockets };
}

type Context = ArenaContext<Citizen>;

const arenaHandlers = {
  connect: ({ auth }: { readonly auth: { readonly name: string } }) => ({
    name: auth.name,
    since: new Date(0),
    tags: new Set(["new"]),
  }),
  add: ({ a, b }: { readonly a: number; readonly b: number }) => ({ sum: a + b }),
  ping: () => undefined,
  echo: (input: unknown) => input,
  greet: () => String(process.pid),
  plant: (tree: unknown) => tree,
  slow: () => "done",
  fail: () => "",
  defect: () => undefined,
  join: (key: { readonly id: string; readonly size: number }, context: Context) =>
    context.rooms.team(key).join(),
  shout: ({ text }: { readonly text: string }, context: Context) => {
    // To itself first, then to everybody: the order in which it is to hear of them.
    context.to.team({ id: "red", size: 1 }).emit.heard({ text });
    context.emit.heard({ text: `${text} was said` });
  },
  wave: (context: Context) => context.others.emit.waved(),
};

export const townChannels = {
  arena: { channel: "arena" as const, handlers: arenaHandlers },
  hall: {
    channel: "hall" as const,
    handlers: {
      connect: ({ auth }: { readonly auth: { readonly name: string } }) => ({ guest: auth.name }),
      rooms: {
        table: {
          mayJoin: () => true,
          presenceId: (_key: unknown, { session }: { readonly session: { readonly guest: string } }) =>
            session.guest,
        },
        corner: { mayJoin: () => true },
      },
    },
  },
  feed: {
    channel: "feed" as const,
    handlers: { join: (topic: string, context: FeedContext) => context.rooms.topic(topic).join() },
  },
};
