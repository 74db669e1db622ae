// A channel whose calls must not be lost, as the generator would state it.
import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import {
  type Call,
  type ChannelClient,
  type ClientDefinition,
  type DeclaredFailure,
  idempotentCall,
  outgoingCall,
  type SystemFailure,
} from "wirepact/client";
import {
  type ChannelDefinition,
  type SocketServerOptions,
  socketsPlugin,
  type WireError,
} from "wirepact/server";
import { z } from "zod";
import { zodCheck } from "../client/lobby.js";

type Failure = SystemFailure | DeclaredFailure<"Declined", { why: string }>;

/** What the generator would make of it for the client. */
export interface TillClient extends ChannelClient<SystemFailure> {
  readonly call: {
    /** Idempotent. */
    readonly charge: Call<{ order: number }, string, Failure>;
    /** Idempotent, with an optional input and a reply that JSON does not carry. */
    readonly print: Call<string | null | undefined, unknown, SystemFailure>;
    readonly look: Call<{ order: number }, string, SystemFailure>;
  };
}

/** What the tests use of a handler's context. */
export interface TillContext {
  readonly signal: AbortSignal;
  readonly error: { Declined(data: { why: string }): WireError };
}

export interface TillHandlers {
  connect?(request: { readonly refuse: { unauthorized(): WireError } }): unknown;
  charge?(input: { order: number }, context: TillContext): unknown;
  print?(input: string | null | undefined, context: TillContext): unknown;
  look?(input: { order: number }, context: TillContext): unknown;
  disconnect?(reason: string): unknown;
}

const order = zodCheck(z.object({ order: z.number() }));
const receipt = zodCheck(z.string());
const text = zodCheck(z.string().nullish());
const anything = zodCheck(z.unknown());
const errors = { Declined: zodCheck(z.object({ why: z.string() })) };
/** Milliseconds that a handler may take. */
export const chargeTimeoutMs = 5_000;

export const tillDefinition: ChannelDefinition = {
  name: "till",
  path: "/till",
  fingerprint: "f1",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    charge: {
      kind: "call",
      input: order,
      output: receipt,
      errors,
      timeoutMs: chargeTimeoutMs,
      isIdempotent: true,
    },
    print: { kind: "call", input: text, output: anything, errors: {}, isIdempotent: true },
    look: { kind: "call", input: order, output: receipt, errors: {} },
  },
  serverToClient: {},
};

export const tillClientDefinition: ClientDefinition = {
  name: "till",
  path: "/till",
  fingerprint: "f1",
  call: {
    charge: idempotentCall({ input: order, output: receipt, errors, timeoutMs: chargeTimeoutMs }),
    print: idempotentCall({ input: text, output: anything }),
    look: outgoingCall({ input: order, output: receipt }),
  },
};

const defaults: Required<TillHandlers> = {
  connect: () => undefined,
  charge: ({ order }) => `receipt ${order}`,
  print: (input) => input,
  look: ({ order }) => `order ${order}`,
  disconnect: () => undefined,
};

/** A server with the till. */
export interface Till {
  readonly app: FastifyInstance;
  readonly port: number;
}

/** Where a till is served, and with what. */
export interface TillOptions extends SocketServerOptions {
  /** Default: one till, at `/till`. All have the same handlers. */
  readonly definitions?: readonly ChannelDefinition[];
  readonly app?: FastifyInstance;
  readonly port?: number;
}

/** A server with the till on a port of 127.0.0.1. */
export async function serveTill(
  handlers: TillHandlers,
  { definitions = [tillDefinition], app = Fastify(), port = 0, ...options }: TillOptions = {},
): Promise<Till> {
  const all = { ...defaults, ...handlers };
  await app.register(socketsPlugin(definitions), {
    ...options,
    channels: Object.fromEntries(definitions.map(({ name }) => [name, { channel: name, handlers: all }])),
  });
  await app.listen({ port, host: "127.0.0.1" });
  // A server that listens on a port has an address.
  return { app, port: (app.server.address() as AddressInfo).port };
}
