// Made by wirepact from contract/library.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:e1a559fcf2b78ee1

import {
  type Call,
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type Emit,
  type Failure,
  type GroupCall,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RunsIn,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";
import type { IsbnText } from "./schemas.js";

/**
 * The input of `library.lend`.
 *
 * @see [contract/library.ts:23](../contract/library.ts#L23)
 */
export interface LendInput {
  book: IsbnText;
  until: Date;
}

/**
 * The output of `library.lend`.
 *
 * @see [contract/library.ts:23](../contract/library.ts#L23)
 */
export interface LendOutput {
  books: Map<string, IsbnText>;
  since: Date;
}

/** Events that the server may send on `library`. */
export interface LibraryEvents {
  /** @see [contract/library.ts:27](../contract/library.ts#L27) */
  readonly returned: Emit<IsbnText>;
}

/** Calls that the server may make to one client of `library`. */
export interface LibraryCalls {
  /** @see [contract/library.ts:28](../contract/library.ts#L28) */
  readonly confirm: Call<IsbnText, IsbnText>;
}

/** The same calls, to each client of a group: one outcome for each. */
export interface LibraryGroupCalls {
  /** @see [contract/library.ts:28](../contract/library.ts#L28) */
  readonly confirm: GroupCall<IsbnText, IsbnText>;
}

/** Clients of `library` that something is sent to. */
export interface LibraryTarget extends TargetBase<LibraryTarget> {
  readonly emit: LibraryEvents;
  readonly call: LibraryGroupCalls;
}

/** One client of `library`. */
export interface LibraryPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: LibraryEvents;
  readonly call: LibraryCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: LibraryEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `library` is given besides the input. */
export interface LibraryContext<Session> extends ConnectionContext<undefined, Session> {
  /** Sends an event to this client. */
  readonly emit: LibraryEvents;
  /** Calls this client. */
  readonly call: LibraryCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: LibraryEvents };
  /** Everyone else on the channel. */
  readonly others: LibraryTarget;
  /** Everyone on the channel. */
  readonly all: LibraryTarget;
}

/** What middleware adds to the contexts of `library`, by member; of itself nothing. */
export interface LibraryAdditions {
  readonly lend: unknown;
  readonly ask: unknown;
}

/**
 * What the server does on `library`.
 *
 * @see [contract/library.ts:21](../contract/library.ts#L21)
 */
export interface LibraryHandlers<Session, Additions extends LibraryAdditions = LibraryAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: LibraryContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: LibraryContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /** @see [contract/library.ts:23](../contract/library.ts#L23) */
  lend(
    input: LendInput,
    context: LibraryContext<Session> & Additions["lend"],
  ): LendOutput | Promise<LendOutput>;
  /** @see [contract/library.ts:24](../contract/library.ts#L24) */
  ask(input: IsbnText[], context: LibraryContext<Session> & Additions["ask"]): boolean | Promise<boolean>;
}

/**
 * `app.sockets.library`: what the server may do on the channel from anywhere.
 *
 * @see [contract/library.ts:21](../contract/library.ts#L21)
 */
export interface LibrarySockets {
  /** Everyone on the channel. */
  readonly all: LibraryTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): LibraryPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementLibrary}; `Needed` is what middleware asks of the session. */
export interface ImplementLibrary<Needed, Additions extends LibraryAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: LibraryHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"library", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof LibraryAdditions = keyof LibraryAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<LibraryContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementLibrary<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `library`; hand what it returns to `sockets` as `channels.library`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementLibrary.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementLibrary: ImplementLibrary<unknown, LibraryAdditions> = implementChannel("library");
