// Made by wirepact from contract/phone-line.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:86dc5fd4cd117f25

import {
  type CallWithoutInput,
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type DeclaredError,
  type Emit,
  type Failure,
  type GroupCallWithoutInput,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RunsIn,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";
import type { Call, Person, Promise, Session } from "./schemas.js";

/**
 * What a client presents to `phoneLine`.
 *
 * @see [contract/phone-line.ts:7](../contract/phone-line.ts#L7)
 */
export interface PhoneLineAuth {
  person: Person;
}

/** Makes the errors that the contract declares for `phoneLine.dial`, to be thrown. */
export interface DialErrors {
  /**
   * Who somebody is.
   *
   * @see [contract/phone-line.ts:9](../contract/phone-line.ts#L9)
   */
  readonly Engaged: DeclaredError<Person>;
}

/** Events that the server may send on `phoneLine`. */
export interface PhoneLineEvents {
  /** @see [contract/phone-line.ts:12](../contract/phone-line.ts#L12) */
  readonly ringing: Emit<Call>;
}

/** Calls that the server may make to one client of `phoneLine`. */
export interface PhoneLineCalls {
  /** @see [contract/phone-line.ts:12](../contract/phone-line.ts#L12) */
  readonly answer: CallWithoutInput<Session>;
}

/** The same calls, to each client of a group: one outcome for each. */
export interface PhoneLineGroupCalls {
  /** @see [contract/phone-line.ts:12](../contract/phone-line.ts#L12) */
  readonly answer: GroupCallWithoutInput<Session>;
}

/** Clients of `phoneLine` that something is sent to. */
export interface PhoneLineTarget extends TargetBase<PhoneLineTarget> {
  readonly emit: PhoneLineEvents;
  readonly call: PhoneLineGroupCalls;
}

/** One client of `phoneLine`. */
export interface PhoneLinePeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: PhoneLineEvents;
  readonly call: PhoneLineCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: PhoneLineEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `phoneLine` is given besides the input. */
export interface PhoneLineContext<ConnectionSession>
  extends ConnectionContext<PhoneLineAuth, ConnectionSession> {
  /** Sends an event to this client. */
  readonly emit: PhoneLineEvents;
  /** Calls this client. */
  readonly call: PhoneLineCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: PhoneLineEvents };
  /** Everyone else on the channel. */
  readonly others: PhoneLineTarget;
  /** Everyone on the channel. */
  readonly all: PhoneLineTarget;
}

/** What the handler of `phoneLine.dial` is given besides the input. */
export interface DialContext<ConnectionSession> extends PhoneLineContext<ConnectionSession> {
  /** Makes the declared errors: throw what it returns. */
  readonly error: DialErrors;
}

/** What middleware adds to the contexts of `phoneLine`, by member; of itself nothing. */
export interface PhoneLineAdditions {
  readonly dial: unknown;
  readonly promise: unknown;
}

/**
 * A channel that is the file's default export.
 *
 * @see [contract/phone-line.ts:6](../contract/phone-line.ts#L6)
 */
export interface PhoneLineHandlers<
  ConnectionSession,
  Additions extends PhoneLineAdditions = PhoneLineAdditions,
> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(
    request: ConnectionRequest<PhoneLineAuth, Refusals>,
  ): ConnectionSession | globalThis.Promise<ConnectionSession>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: PhoneLineContext<ConnectionSession>): void | globalThis.Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: PhoneLineContext<ConnectionSession>): void | globalThis.Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | globalThis.Promise<void>;
  /** @see [contract/phone-line.ts:9](../contract/phone-line.ts#L9) */
  dial(
    input: Call,
    context: DialContext<ConnectionSession> & Additions["dial"],
  ): Session | globalThis.Promise<Session>;
  /** @see [contract/phone-line.ts:10](../contract/phone-line.ts#L10) */
  promise(
    input: Promise,
    context: PhoneLineContext<ConnectionSession> & Additions["promise"],
  ): void | globalThis.Promise<void>;
}

/**
 * A channel that is the file's default export.
 *
 * @see [contract/phone-line.ts:6](../contract/phone-line.ts#L6)
 */
export interface PhoneLineSockets {
  /** Everyone on the channel. */
  readonly all: PhoneLineTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): PhoneLinePeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementPhoneLine}; `Needed` is what middleware asks of the session. */
export interface ImplementPhoneLine<Needed, Additions extends PhoneLineAdditions> {
  <ConnectionSession extends Needed = Needed & undefined>(
    handlers: PhoneLineHandlers<ConnectionSession, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"phoneLine", ConnectionSession>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof PhoneLineAdditions = keyof PhoneLineAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<PhoneLineContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementPhoneLine<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `phoneLine`; hand what it returns to `sockets` as `channels.phoneLine`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementPhoneLine.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementPhoneLine: ImplementPhoneLine<unknown, PhoneLineAdditions> =
  implementChannel("phoneLine");
