// Made by wirepact from contract/ledger.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:49f6e4ba8b0ca752

import {
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type Failure,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RunsIn,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";
import type { Entry, EntryInit, Minutes } from "./schemas.js";

/**
 * The input of `ledger.close`.
 *
 * @see [contract/ledger.ts:31](../contract/ledger.ts#L31)
 */
export interface CloseInput {
  from: Date;
  to: Date;
  open: boolean;
  note: string;
}

/**
 * The output of `ledger.close`.
 *
 * @see [contract/ledger.ts:34](../contract/ledger.ts#L34)
 */
export interface CloseOutput {
  at: Date;
  of: Set<number>;
}

/**
 * The input of `ledger.wait`.
 *
 * @see [contract/ledger.ts:36](../contract/ledger.ts#L36)
 */
export interface WaitInput {
  for: Minutes;
}

/**
 * The payload of `ledger.either`.
 *
 * @see [contract/ledger.ts:37](../contract/ledger.ts#L37)
 */
export type EitherPayload = { on: Date } | { by: bigint };

/** Clients of `ledger` that something is sent to. */
export interface LedgerTarget extends TargetBase<LedgerTarget> {}

/** One client of `ledger`. */
export interface LedgerPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `ledger` is given besides the input. */
export interface LedgerContext<Session> extends ConnectionContext<undefined, Session> {
  /** Everyone else on the channel. */
  readonly others: LedgerTarget;
  /** Everyone on the channel. */
  readonly all: LedgerTarget;
}

/** What middleware adds to the contexts of `ledger`, by member; of itself nothing. */
export interface LedgerAdditions {
  readonly post: unknown;
  readonly close: unknown;
  readonly wait: unknown;
  readonly either: unknown;
}

/**
 * What the server does on `ledger`.
 *
 * @see [contract/ledger.ts:25](../contract/ledger.ts#L25)
 */
export interface LedgerHandlers<Session, Additions extends LedgerAdditions = LedgerAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: LedgerContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: LedgerContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /**
   * Gives back what it is given.
   *
   * @see [contract/ledger.ts:28](../contract/ledger.ts#L28)
   */
  post(input: Entry, context: LedgerContext<Session> & Additions["post"]): EntryInit | Promise<EntryInit>;
  /**
   * A check of the author's own beside kinds that JSON has not.
   *
   * @see [contract/ledger.ts:30](../contract/ledger.ts#L30)
   */
  close(
    input: CloseInput,
    context: LedgerContext<Session> & Additions["close"],
  ): CloseOutput | Promise<CloseOutput>;
  /** @see [contract/ledger.ts:36](../contract/ledger.ts#L36) */
  wait(input: WaitInput, context: LedgerContext<Session> & Additions["wait"]): Minutes[] | Promise<Minutes[]>;
  /** @see [contract/ledger.ts:37](../contract/ledger.ts#L37) */
  either(input: EitherPayload, context: LedgerContext<Session> & Additions["either"]): void | Promise<void>;
}

/**
 * `app.sockets.ledger`: what the server may do on the channel from anywhere.
 *
 * @see [contract/ledger.ts:25](../contract/ledger.ts#L25)
 */
export interface LedgerSockets {
  /** Everyone on the channel. */
  readonly all: LedgerTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): LedgerPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementLedger}; `Needed` is what middleware asks of the session. */
export interface ImplementLedger<Needed, Additions extends LedgerAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: LedgerHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"ledger", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof LedgerAdditions = keyof LedgerAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<LedgerContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementLedger<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `ledger`; hand what it returns to `sockets` as `channels.ledger`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementLedger.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementLedger: ImplementLedger<unknown, LedgerAdditions> = implementChannel("ledger");
