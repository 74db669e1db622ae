// A channel whose events are replayed, as the generator would state it.
import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import {
  type Call,
  type ChannelClient,
  type ClientDefinition,
  incomingEvent,
  type On,
  type OnReplayed,
  type OnReplayedWithoutPayload,
  outgoingCall,
  replayedEvent,
  type SystemFailure,
} from "wirepact/client";
import {
  type ChannelDefinition,
  type Emit,
  type EmitWithoutPayload,
  type ReplayLimits,
  type SocketServerOptions,
  socketsPlugin,
} from "wirepact/server";
import { z } from "zod";
import { zodCheck } from "../client/lobby.js";

/** What the generator would make of it for the client. */
export interface FeedClient extends ChannelClient<SystemFailure> {
  readonly call: { readonly join: Call<string, void, SystemFailure> };
  readonly on: {
    readonly posted: OnReplayed<number>;
    readonly cleared: OnReplayedWithoutPayload;
    /** Bytes, kept for the latest one only. */
    readonly drawn: OnReplayed<Uint8Array>;
    /** Not replayed. */
    readonly said: On<number>;
  };
}

interface FeedEvents {
  readonly posted: Emit<number>;
  readonly cleared: EmitWithoutPayload;
  readonly drawn: Emit<Uint8Array>;
  readonly said: Emit<number>;
}

/** What the tests use of a target. */
export interface FeedTarget {
  readonly emit: FeedEvents;
  readonly volatile: { readonly emit: FeedEvents };
  readonly to: { readonly topic: (key: string) => FeedTarget };
  readonly except: { readonly topic: (key: string) => FeedTarget };
}

export interface FeedContext extends FeedTarget {
  readonly id: string;
  readonly others: FeedTarget;
  readonly all: FeedTarget;
  readonly rooms: { readonly topic: (key: string) => { readonly joined: boolean; join(): Promise<void> } };
}

export interface FeedHandlers {
  connect?(request: { readonly refuse: { unauthorized(): Error } }): unknown;
  connected?(context: FeedContext): unknown;
  join?(topic: string, context: FeedContext): unknown;
}

/** `app.sockets.feed`. */
export interface FeedSockets extends FeedTarget {
  readonly all: FeedTarget;
  client(id: string): { readonly emit: FeedEvents; disconnect(reason?: string): void };
}

export interface Feed {
  readonly app: FastifyInstance;
  readonly port: number;
  readonly sockets: FeedSockets;
}

const text = zodCheck(z.string());
const number = zodCheck(z.number());
const bytes = zodCheck(z.instanceof(Uint8Array));

export const feedLimits: ReplayLimits = { keepMs: 60_000, keepCount: 20_000 };

export function feedDefinition(limits: ReplayLimits = feedLimits): ChannelDefinition {
  return {
    name: "feed",
    path: "/feed",
    fingerprint: "f1",
    auth: undefined,
    errors: {},
    rooms: { topic: { key: text } },
    clientToServer: { join: { kind: "call", input: text, output: undefined, errors: {} } },
    serverToClient: {
      posted: { kind: "event", payload: number, replay: limits },
      cleared: { kind: "event", payload: undefined, replay: limits },
      drawn: { kind: "event", payload: bytes, replay: { ...limits, keepCount: 1 } },
      said: { kind: "event", payload: number },
    },
  };
}

export const feedClientDefinition: ClientDefinition = {
  name: "feed",
  path: "/feed",
  fingerprint: "f1",
  call: { join: outgoingCall({ input: text }) },
  on: {
    posted: replayedEvent(number),
    cleared: replayedEvent(),
    drawn: replayedEvent(bytes),
    said: incomingEvent(number),
  },
};

/** A server with the feed on a port of 127.0.0.1. */
export async function serveFeed(
  handlers: FeedHandlers = {},
  { limits, port = 0, ...options }: SocketServerOptions & { limits?: ReplayLimits; port?: number } = {},
): Promise<Feed> {
  const app = Fastify();
  const join = (topic: string, context: FeedContext) => context.rooms.topic(topic).join();
  await app.register(socketsPlugin([feedDefinition(limits)]), {
    ...options,
    channels: { feed: { channel: "feed", handlers: { join, ...handlers } } },
  });
  await app.listen({ port, host: "127.0.0.1" });
  return {
    app,
    // A server that listens on a port has an address.
    port: (app.server.address() as AddressInfo).port,
    // The decoration is typed by generated code only.
    sockets: (app as unknown as { readonly sockets: { readonly feed: FeedSockets } }).sockets.feed,
  };
}
