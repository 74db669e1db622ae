// Made by wirepact from contract/desk.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d266246e5cd68c3b

import {
  type Call,
  type CallWithoutInput,
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type DeclaredError,
  type DeclaredErrorWithoutData,
  type Emit,
  type EmitWithoutPayload,
  type Failure,
  type GroupCall,
  type GroupCallWithoutInput,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RunsIn,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";

/**
 * The input of `desk.openTicket`.
 *
 * @see [contract/desk.ts:16](../contract/desk.ts#L16)
 */
export interface OpenTicketInput {
  /**
   * In a sentence.
   *
   * @see [contract/desk.ts:18](../contract/desk.ts#L18)
   */
  subject: string;
  /**
   * @deprecated Nobody looks at it.
   * @see [contract/desk.ts:20](../contract/desk.ts#L20)
   */
  priority?: number | undefined;
}

/**
 * The output of `desk.openTicket`.
 *
 * @see [contract/desk.ts:22](../contract/desk.ts#L22)
 */
export interface OpenTicketOutput {
  ticket: number;
}

/**
 * Data of `desk.openTicket`'s error `Closed`.
 *
 * @see [contract/desk.ts:25](../contract/desk.ts#L25)
 */
export interface OpenTicketClosed {
  opensAt: string;
}

/**
 * The input of `desk.openTicketFor`.
 *
 * @see [contract/desk.ts:31](../contract/desk.ts#L31)
 */
export interface OpenTicketForInput {
  customer: string;
  /**
   * Never ends a comment: *\/
   *
   * @see [contract/desk.ts:31](../contract/desk.ts#L31)
   */
  subject: string;
}

/**
 * The input of `desk.remind`.
 *
 * @see [contract/desk.ts:37](../contract/desk.ts#L37)
 */
export interface RemindInput {
  ticket: number;
}

/**
 * The payload of `desk.type`.
 *
 * @see [contract/desk.ts:39](../contract/desk.ts#L39)
 */
export interface TypePayload {
  ticket: number;
  draft: string;
}

/**
 * The payload of `desk.ticketOpened`.
 *
 * @see [contract/desk.ts:46](../contract/desk.ts#L46)
 */
export interface TicketOpenedPayload {
  ticket: number;
  subject: string;
}

/**
 * The input of `desk.rate`.
 *
 * @see [contract/desk.ts:52](../contract/desk.ts#L52)
 */
export interface RateInput {
  ticket: number;
}

/**
 * The output of `desk.rate`.
 *
 * @see [contract/desk.ts:53](../contract/desk.ts#L53)
 */
export interface RateOutput {
  stars: number;
}

/** Makes the errors that the contract declares for `desk.openTicket`, to be thrown. */
export interface OpenTicketErrors {
  /**
   * The desk opens again at `opensAt`.
   *
   * @see [contract/desk.ts:25](../contract/desk.ts#L25)
   */
  readonly Closed: DeclaredError<OpenTicketClosed>;
  /** @see [contract/desk.ts:26](../contract/desk.ts#L26) */
  readonly Banned: DeclaredErrorWithoutData;
}

/** Events that the server may send on `desk`. */
export interface DeskEvents {
  /**
   * Comes however late.
   *
   * @see [contract/desk.ts:46](../contract/desk.ts#L46)
   */
  readonly ticketOpened: Emit<TicketOpenedPayload>;
  /** @see [contract/desk.ts:49](../contract/desk.ts#L49) */
  readonly lightsOut: EmitWithoutPayload;
}

/** Calls that the server may make to one client of `desk`. */
export interface DeskCalls {
  /**
   * Asks the person for a rating.
   *
   * @see [contract/desk.ts:51](../contract/desk.ts#L51)
   */
  readonly rate: Call<RateInput, RateOutput>;
  /** @see [contract/desk.ts:56](../contract/desk.ts#L56) */
  readonly ping: CallWithoutInput<void>;
  /** @see [contract/desk.ts:57](../contract/desk.ts#L57) */
  readonly locale: CallWithoutInput<string>;
}

/** The same calls, to each client of a group: one outcome for each. */
export interface DeskGroupCalls {
  /**
   * Asks the person for a rating.
   *
   * @see [contract/desk.ts:51](../contract/desk.ts#L51)
   */
  readonly rate: GroupCall<RateInput, RateOutput>;
  /** @see [contract/desk.ts:56](../contract/desk.ts#L56) */
  readonly ping: GroupCallWithoutInput<void>;
  /** @see [contract/desk.ts:57](../contract/desk.ts#L57) */
  readonly locale: GroupCallWithoutInput<string>;
}

/** Clients of `desk` that something is sent to. */
export interface DeskTarget extends TargetBase<DeskTarget> {
  readonly emit: DeskEvents;
  readonly call: DeskGroupCalls;
}

/** One client of `desk`. */
export interface DeskPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: DeskEvents;
  readonly call: DeskCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: DeskEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `desk` is given besides the input. */
export interface DeskContext<Session> extends ConnectionContext<undefined, Session> {
  /** Sends an event to this client. */
  readonly emit: DeskEvents;
  /** Calls this client. */
  readonly call: DeskCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: DeskEvents };
  /** Everyone else on the channel. */
  readonly others: DeskTarget;
  /** Everyone on the channel. */
  readonly all: DeskTarget;
}

/** What the handler of `desk.openTicket` is given besides the input. */
export interface OpenTicketContext<Session> extends DeskContext<Session> {
  /** Makes the declared errors: throw what it returns. */
  readonly error: OpenTicketErrors;
}

/** What middleware adds to the contexts of `desk`, by member; of itself nothing. */
export interface DeskAdditions {
  readonly openTicket: unknown;
  readonly openTicketFor: unknown;
  readonly countOpen: unknown;
  readonly closeAll: unknown;
  readonly remind: unknown;
  readonly wave: unknown;
  readonly type: unknown;
  readonly rename: unknown;
  readonly new: unknown;
  readonly "give-up": unknown;
}

/**
 * A help desk: both sides may call and emit, with payloads and without.
 *
 * @see [contract/desk.ts:5](../contract/desk.ts#L5)
 */
export interface DeskHandlers<Session, Additions extends DeskAdditions = DeskAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: DeskContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: DeskContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /**
   * Opens a ticket.
   *
   * It stays open until somebody closes it.
   *
   * @param input - What is wrong; `priority` from 1 to 3.
   * @deprecated Use `openTicketFor`, which knows the customer.
   * @see [contract/desk.ts:15](../contract/desk.ts#L15)
   */
  openTicket(
    input: OpenTicketInput,
    context: OpenTicketContext<Session> & Additions["openTicket"],
  ): OpenTicketOutput | Promise<OpenTicketOutput>;
  /** @see [contract/desk.ts:30](../contract/desk.ts#L30) */
  openTicketFor(
    input: OpenTicketForInput,
    context: DeskContext<Session> & Additions["openTicketFor"],
  ): number | Promise<number>;
  /** @see [contract/desk.ts:34](../contract/desk.ts#L34) */
  countOpen(context: DeskContext<Session> & Additions["countOpen"]): number | Promise<number>;
  /** @see [contract/desk.ts:35](../contract/desk.ts#L35) */
  closeAll(context: DeskContext<Session> & Additions["closeAll"]): void | Promise<void>;
  /**
   * Reminds whoever has the ticket.
   *
   * Idempotent: runs once, however often the call arrives; its deadline aborts it, the end of the connection does not.
   *
   * @see [contract/desk.ts:37](../contract/desk.ts#L37)
   */
  remind(input: RemindInput, context: DeskContext<Session> & Additions["remind"]): void | Promise<void>;
  /** @see [contract/desk.ts:38](../contract/desk.ts#L38) */
  wave(context: DeskContext<Session> & Additions["wave"]): void | Promise<void>;
  /** @see [contract/desk.ts:39](../contract/desk.ts#L39) */
  type(input: TypePayload, context: DeskContext<Session> & Additions["type"]): void | Promise<void>;
  /** @see [contract/desk.ts:40](../contract/desk.ts#L40) */
  rename(input: string, context: DeskContext<Session> & Additions["rename"]): void | Promise<void>;
  /** @see [contract/desk.ts:41](../contract/desk.ts#L41) */
  "new"(context: DeskContext<Session> & Additions["new"]): void | Promise<void>;
  /** @see [contract/desk.ts:42](../contract/desk.ts#L42) */
  "give-up"(context: DeskContext<Session> & Additions["give-up"]): void | Promise<void>;
}

/**
 * A help desk: both sides may call and emit, with payloads and without.
 *
 * @see [contract/desk.ts:5](../contract/desk.ts#L5)
 */
export interface DeskSockets {
  /** Everyone on the channel. */
  readonly all: DeskTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): DeskPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementDesk}; `Needed` is what middleware asks of the session. */
export interface ImplementDesk<Needed, Additions extends DeskAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: DeskHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"desk", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof DeskAdditions = keyof DeskAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<DeskContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementDesk<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `desk`; hand what it returns to `sockets` as `channels.desk`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementDesk.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementDesk: ImplementDesk<unknown, DeskAdditions> = implementChannel("desk");
