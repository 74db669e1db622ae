// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:fce6d4eaed227043

import type {
  ChannelImplementation,
  ConnectionContext,
  ConnectionRequest,
  Emit,
  EmitArguments,
  Namespace,
  Refusals,
  TargetBase,
} from "wirepact/server";
import type { Anything } from "./schemas.js";

/**
 * What a client presents to `main`.
 *
 * @see [contract/protocol.ts:9](../contract/protocol.ts#L9)
 */
export interface MainAuth {
  [key: string]: unknown;
}

/**
 * The arguments of `main.message`.
 *
 * @see [contract/protocol.ts:11](../contract/protocol.ts#L11)
 */
export type MessageArgs = [...Anything[]];

/**
 * The arguments of `main.message-with-ack`.
 *
 * @see [contract/protocol.ts:13](../contract/protocol.ts#L13)
 */
export type MessageWithAckArgs = [...Anything[]];

/**
 * The output of `main.message-with-ack`.
 *
 * @see [contract/protocol.ts:14](../contract/protocol.ts#L14)
 */
export type MessageWithAckOutput = [...Anything[]];

/**
 * The payload of `main.auth`.
 *
 * @see [contract/protocol.ts:19](../contract/protocol.ts#L19)
 */
export interface AuthPayload {
  [key: string]: unknown;
}

/**
 * The arguments of `main.message-back`.
 *
 * @see [contract/protocol.ts:20](../contract/protocol.ts#L20)
 */
export type MessageBackArgs = [...Anything[]];

/** Events that the server may send on `main`. */
export interface MainEvents {
  /** @see [contract/protocol.ts:19](../contract/protocol.ts#L19) */
  readonly auth: Emit<AuthPayload>;
  /** @see [contract/protocol.ts:20](../contract/protocol.ts#L20) */
  readonly "message-back": EmitArguments<MessageBackArgs>;
}

/** Clients of `main` that something is sent to. */
export interface MainTarget extends TargetBase<MainTarget> {
  readonly emit: MainEvents;
}

/** One client of `main`. */
export interface MainPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: MainEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: MainEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `main` is given besides the input. */
export interface MainContext<Session> extends ConnectionContext<MainAuth, Session> {
  /** Sends an event to this client. */
  readonly emit: MainEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: MainEvents };
  /** Everyone else on the channel. */
  readonly others: MainTarget;
  /** Everyone on the channel. */
  readonly all: MainTarget;
}

/**
 * The default namespace of a server that was written by hand.
 *
 * @see [contract/protocol.ts:8](../contract/protocol.ts#L8)
 */
export interface MainHandlers<Session> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<MainAuth, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: MainContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: MainContext<Session>): void | Promise<void>;
  /** @see [contract/protocol.ts:11](../contract/protocol.ts#L11) */
  message(...args: [...args: MessageArgs, context: MainContext<Session>]): void | Promise<void>;
  /** @see [contract/protocol.ts:12](../contract/protocol.ts#L12) */
  "message-with-ack"(
    ...args: [...args: MessageWithAckArgs, context: MainContext<Session>]
  ): MessageWithAckOutput | Promise<MessageWithAckOutput>;
}

/**
 * The default namespace of a server that was written by hand.
 *
 * @see [contract/protocol.ts:8](../contract/protocol.ts#L8)
 */
export interface MainSockets {
  /** Everyone on the channel. */
  readonly all: MainTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): MainPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/**
 * Takes the handlers of `main`; hand what it returns to `sockets` as `channels.main`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 */
export function implementMain<Session = undefined>(
  handlers: MainHandlers<Session>,
): ChannelImplementation<"main"> {
  return { channel: "main", handlers };
}
