// Made by wirepact from contract/directory.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d9276567430ff012

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
import type { Person } from "./schemas.js";

/**
 * The input of `phoneDirectory.find`.
 *
 * @see [contract/directory.ts:6](../contract/directory.ts#L6)
 */
export interface FindInput {
  name: string;
}

/** Events that the server may send on `phoneDirectory`. */
export interface PhoneDirectoryEvents {
  /** @see [contract/directory.ts:7](../contract/directory.ts#L7) */
  readonly added: Emit<Person>;
}

/** Clients of `phoneDirectory` that something is sent to. */
export interface PhoneDirectoryTarget extends TargetBase<PhoneDirectoryTarget> {
  readonly emit: PhoneDirectoryEvents;
}

/** One client of `phoneDirectory`. */
export interface PhoneDirectoryPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: PhoneDirectoryEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: PhoneDirectoryEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `phoneDirectory` is given besides the input. */
export interface PhoneDirectoryContext<Session> extends ConnectionContext<undefined, Session> {
  /** Sends an event to this client. */
  readonly emit: PhoneDirectoryEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: PhoneDirectoryEvents };
  /** Everyone else on the channel. */
  readonly others: PhoneDirectoryTarget;
  /** Everyone on the channel. */
  readonly all: PhoneDirectoryTarget;
}

/** What middleware adds to the contexts of `phoneDirectory`, by member; of itself nothing. */
export interface PhoneDirectoryAdditions {
  readonly find: unknown;
}

/**
 * What the server does on `phoneDirectory`.
 *
 * @see [contract/directory.ts:5](../contract/directory.ts#L5)
 */
export interface PhoneDirectoryHandlers<
  Session,
  Additions extends PhoneDirectoryAdditions = PhoneDirectoryAdditions,
> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: PhoneDirectoryContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: PhoneDirectoryContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /** @see [contract/directory.ts:6](../contract/directory.ts#L6) */
  find(
    input: FindInput,
    context: PhoneDirectoryContext<Session> & Additions["find"],
  ): Person[] | Promise<Person[]>;
}

/**
 * `app.sockets.phoneDirectory`: what the server may do on the channel from anywhere.
 *
 * @see [contract/directory.ts:5](../contract/directory.ts#L5)
 */
export interface PhoneDirectorySockets {
  /** Everyone on the channel. */
  readonly all: PhoneDirectoryTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): PhoneDirectoryPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementPhoneDirectory}; `Needed` is what middleware asks of the session. */
export interface ImplementPhoneDirectory<Needed, Additions extends PhoneDirectoryAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: PhoneDirectoryHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"phoneDirectory", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof PhoneDirectoryAdditions = keyof PhoneDirectoryAdditions>(
    middleware: Middleware<Context, Added> &
      RunsIn<PhoneDirectoryContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementPhoneDirectory<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `phoneDirectory`; hand what it returns to `sockets` as `channels.phoneDirectory`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementPhoneDirectory.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementPhoneDirectory: ImplementPhoneDirectory<unknown, PhoneDirectoryAdditions> =
  implementChannel("phoneDirectory");
