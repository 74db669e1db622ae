// Made by wirepact from contract/feed.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:6364f79bb69ea125

import {
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type Emit,
  type EmitWithoutPayload,
  type Failure,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RunsIn,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";
import type { Price } from "./schemas.js";

/**
 * The payload of `feed.pointed`.
 *
 * @see [contract/feed.ts:9](../contract/feed.ts#L9)
 */
export interface PointedPayload {
  x: number;
}

/** Events that the server may send on `feed`. */
export interface FeedEvents {
  /**
   * Where somebody points to.
   *
   * Dropped where it cannot leave at once.
   *
   * @see [contract/feed.ts:18](../contract/feed.ts#L18)
   */
  readonly pointed: Emit<PointedPayload>;
  /**
   * Of those that cannot leave at once only the newest for each `share` does, later.
   *
   * @see [contract/feed.ts:19](../contract/feed.ts#L19)
   */
  readonly priced: Emit<Price>;
  /**
   * Of those that cannot leave at once only the newest does, later.
   *
   * @see [contract/feed.ts:20](../contract/feed.ts#L20)
   */
  readonly turned: Emit<boolean>;
  /**
   * Dropped where it cannot leave at once.
   *
   * @see [contract/feed.ts:21](../contract/feed.ts#L21)
   */
  readonly beat: EmitWithoutPayload;
  /** @see [contract/feed.ts:22](../contract/feed.ts#L22) */
  readonly said: Emit<string>;
}

/** Clients of `feed` that something is sent to. */
export interface FeedTarget extends TargetBase<FeedTarget> {
  readonly emit: FeedEvents;
}

/** One client of `feed`. */
export interface FeedPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: FeedEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: FeedEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `feed` is given besides the input. */
export interface FeedContext<Session> extends ConnectionContext<undefined, Session> {
  /** Sends an event to this client. */
  readonly emit: FeedEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: FeedEvents };
  /** Everyone else on the channel. */
  readonly others: FeedTarget;
  /** Everyone on the channel. */
  readonly all: FeedTarget;
}

/** What middleware adds to the contexts of `feed`, by member; of itself nothing. */
export interface FeedAdditions {
  readonly pointed: unknown;
  readonly wished: unknown;
  readonly turned: unknown;
  readonly beat: unknown;
  readonly said: unknown;
}

/**
 * Events that need not all arrive.
 *
 * @see [contract/feed.ts:7](../contract/feed.ts#L7)
 */
export interface FeedHandlers<Session, Additions extends FeedAdditions = FeedAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: FeedContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: FeedContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /** @see [contract/feed.ts:9](../contract/feed.ts#L9) */
  pointed(input: PointedPayload, context: FeedContext<Session> & Additions["pointed"]): void | Promise<void>;
  /**
   * Wishes for a price.
   *
   * @see [contract/feed.ts:11](../contract/feed.ts#L11)
   */
  wished(input: Price, context: FeedContext<Session> & Additions["wished"]): void | Promise<void>;
  /** @see [contract/feed.ts:12](../contract/feed.ts#L12) */
  turned(input: boolean, context: FeedContext<Session> & Additions["turned"]): void | Promise<void>;
  /** @see [contract/feed.ts:13](../contract/feed.ts#L13) */
  beat(context: FeedContext<Session> & Additions["beat"]): void | Promise<void>;
  /** @see [contract/feed.ts:14](../contract/feed.ts#L14) */
  said(input: string, context: FeedContext<Session> & Additions["said"]): void | Promise<void>;
}

/**
 * Events that need not all arrive.
 *
 * @see [contract/feed.ts:7](../contract/feed.ts#L7)
 */
export interface FeedSockets {
  /** Everyone on the channel. */
  readonly all: FeedTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): FeedPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementFeed}; `Needed` is what middleware asks of the session. */
export interface ImplementFeed<Needed, Additions extends FeedAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: FeedHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"feed", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof FeedAdditions = keyof FeedAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<FeedContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementFeed<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `feed`; hand what it returns to `sockets` as `channels.feed`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementFeed.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementFeed: ImplementFeed<unknown, FeedAdditions> = implementChannel("feed");
