// Made by wirepact from contract/scans.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:80657573d1989290

import {
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type Emit,
  type Failure,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RunsIn,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";

/**
 * The output of `scans.print`.
 *
 * @see [contract/scans.ts:11](../contract/scans.ts#L11)
 */
export interface PrintOutput {
  pages: Uint8Array<ArrayBuffer>[];
}

/**
 * The input of `scans.cover`.
 *
 * @see [contract/scans.ts:13](../contract/scans.ts#L13)
 */
export type CoverInput = [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];

/**
 * The payload of `scans.scanned`.
 *
 * @see [contract/scans.ts:15](../contract/scans.ts#L15)
 */
export type ScannedPayload = { [key: string]: Uint8Array<ArrayBuffer> };

/** Events that the server may send on `scans`. */
export interface ScansEvents {
  /** @see [contract/scans.ts:15](../contract/scans.ts#L15) */
  readonly scanned: Emit<ScannedPayload>;
}

/** Clients of `scans` that something is sent to. */
export interface ScansTarget extends TargetBase<ScansTarget> {
  readonly emit: ScansEvents;
}

/** One client of `scans`. */
export interface ScansPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: ScansEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: ScansEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `scans` is given besides the input. */
export interface ScansContext<Session> extends ConnectionContext<undefined, Session> {
  /** Sends an event to this client. */
  readonly emit: ScansEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: ScansEvents };
  /** Everyone else on the channel. */
  readonly others: ScansTarget;
  /** Everyone on the channel. */
  readonly all: ScansTarget;
}

/** What middleware adds to the contexts of `scans`, by member; of itself nothing. */
export interface ScansAdditions {
  readonly turn: unknown;
  readonly print: unknown;
  readonly cover: unknown;
}

/**
 * What the server does on `scans`.
 *
 * @see [contract/scans.ts:6](../contract/scans.ts#L6)
 */
export interface ScansHandlers<Session, Additions extends ScansAdditions = ScansAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: ScansContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: ScansContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /**
   * Gives the pages back.
   *
   * @see [contract/scans.ts:9](../contract/scans.ts#L9)
   */
  turn(
    input: Uint8Array<ArrayBuffer>[],
    context: ScansContext<Session> & Additions["turn"],
  ): Uint8Array<ArrayBuffer>[] | Promise<Uint8Array<ArrayBuffer>[]>;
  /**
   * As many pages as are asked for.
   *
   * @see [contract/scans.ts:11](../contract/scans.ts#L11)
   */
  print(
    input: number,
    context: ScansContext<Session> & Additions["print"],
  ): PrintOutput | Promise<PrintOutput>;
  /**
   * Never more than a packet carries.
   *
   * @see [contract/scans.ts:13](../contract/scans.ts#L13)
   */
  cover(
    input: CoverInput,
    context: ScansContext<Session> & Additions["cover"],
  ): Uint8Array<ArrayBuffer>[] | Promise<Uint8Array<ArrayBuffer>[]>;
}

/**
 * `app.sockets.scans`: what the server may do on the channel from anywhere.
 *
 * @see [contract/scans.ts:6](../contract/scans.ts#L6)
 */
export interface ScansSockets {
  /** Everyone on the channel. */
  readonly all: ScansTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): ScansPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementScans}; `Needed` is what middleware asks of the session. */
export interface ImplementScans<Needed, Additions extends ScansAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: ScansHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"scans", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof ScansAdditions = keyof ScansAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<ScansContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementScans<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `scans`; hand what it returns to `sockets` as `channels.scans`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementScans.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementScans: ImplementScans<unknown, ScansAdditions> = implementChannel("scans");
