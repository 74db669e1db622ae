// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:b001f3d312e00b73

import {
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type Emit,
  type EmitArguments,
  type Failure,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RunsIn,
  type SessionOf,
  type TargetBase,
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

/** What middleware adds to the contexts of `main`, by member; of itself nothing. */
export interface MainAdditions {
  readonly message: unknown;
  readonly "message-with-ack": unknown;
}

/**
 * The default namespace of a server that was written by hand.
 *
 * @see [contract/protocol.ts:8](../contract/protocol.ts#L8)
 */
export interface MainHandlers<Session, Additions extends MainAdditions = MainAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<MainAuth, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: MainContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: MainContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /** @see [contract/protocol.ts:11](../contract/protocol.ts#L11) */
  message(
    ...args: [...args: MessageArgs, context: MainContext<Session> & Additions["message"]]
  ): void | Promise<void>;
  /** @see [contract/protocol.ts:12](../contract/protocol.ts#L12) */
  "message-with-ack"(
    ...args: [...args: MessageWithAckArgs, context: MainContext<Session> & Additions["message-with-ack"]]
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

/** The type of {@link implementMain}; `Needed` is what middleware asks of the session. */
export interface ImplementMain<Needed, Additions extends MainAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: MainHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"main", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof MainAdditions = keyof MainAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<MainContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementMain<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `main`; hand what it returns to `sockets` as `channels.main`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementMain.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementMain: ImplementMain<unknown, MainAdditions> = implementChannel("main");
