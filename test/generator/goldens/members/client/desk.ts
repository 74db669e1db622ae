// Made by wirepact from contract/desk.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:92ea34a9328e4227

import {
  type Call,
  type CallWithoutInput,
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type DeclaredError,
  type DeclaredErrorWithoutData,
  type DeclaredFailure,
  type Emit,
  type EmitWithoutPayload,
  type Handle,
  type HandleWithoutInput,
  type OnReplayed,
  type OnReplayedWithoutPayload,
  type SystemFailure,
} from "wirepact/client";
import { deskDefinition } from "./desk.definition.js";

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

/**
 * Data of `desk.rate`'s error `Busy`.
 *
 * @see [contract/desk.ts:54](../contract/desk.ts#L54)
 */
export interface RateBusy {
  untilMs: number;
}

/** What `desk.openTicket` may fail with: narrow by `code`. */
export type OpenTicketFailure =
  | SystemFailure
  | DeclaredFailure<"Closed", OpenTicketClosed>
  | DeclaredFailure<"Banned", undefined>;

/** Makes the errors that the contract declares for `desk.rate`, to be thrown. */
export interface RateErrors {
  /** @see [contract/desk.ts:54](../contract/desk.ts#L54) */
  readonly Busy: DeclaredError<RateBusy>;
  /** @see [contract/desk.ts:54](../contract/desk.ts#L54) */
  readonly Declined: DeclaredErrorWithoutData;
}

/** Calls to the server on `desk`. */
export interface DeskCalls {
  /**
   * Opens a ticket.
   *
   * It stays open until somebody closes it.
   *
   * @param input - What is wrong; `priority` from 1 to 3.
   * @deprecated Use `openTicketFor`, which knows the customer.
   * @see [contract/desk.ts:15](../contract/desk.ts#L15)
   */
  readonly openTicket: Call<OpenTicketInput, OpenTicketOutput, OpenTicketFailure>;
  /** @see [contract/desk.ts:30](../contract/desk.ts#L30) */
  readonly openTicketFor: Call<OpenTicketForInput, number, SystemFailure>;
  /** @see [contract/desk.ts:34](../contract/desk.ts#L34) */
  readonly countOpen: CallWithoutInput<number, SystemFailure>;
  /** @see [contract/desk.ts:35](../contract/desk.ts#L35) */
  readonly closeAll: CallWithoutInput<void, SystemFailure>;
  /**
   * Reminds whoever has the ticket.
   *
   * Idempotent: sent again over reconnects until its deadline, and run once.
   *
   * @see [contract/desk.ts:37](../contract/desk.ts#L37)
   */
  readonly remind: Call<RemindInput, void, SystemFailure>;
  /** @see [contract/desk.ts:41](../contract/desk.ts#L41) */
  readonly new: CallWithoutInput<void, SystemFailure>;
}

/** Events to the server on `desk`. */
export interface DeskEvents {
  /** @see [contract/desk.ts:38](../contract/desk.ts#L38) */
  readonly wave: EmitWithoutPayload;
  /** @see [contract/desk.ts:39](../contract/desk.ts#L39) */
  readonly type: Emit<TypePayload>;
  /** @see [contract/desk.ts:40](../contract/desk.ts#L40) */
  readonly rename: Emit<string>;
  /** @see [contract/desk.ts:42](../contract/desk.ts#L42) */
  readonly "give-up": EmitWithoutPayload;
}

/** Events of the server on `desk`. */
export interface DeskListeners {
  /**
   * Comes however late.
   *
   * Replayed: what was sent while the client was away comes when it is back, in order and once.
   *
   * @see [contract/desk.ts:46](../contract/desk.ts#L46)
   */
  readonly ticketOpened: OnReplayed<TicketOpenedPayload>;
  /**
   * Replayed: what was sent while the client was away comes when it is back, in order and once.
   *
   * @see [contract/desk.ts:49](../contract/desk.ts#L49)
   */
  readonly lightsOut: OnReplayedWithoutPayload;
}

/** Calls of the server on `desk`. */
export interface DeskClientHandlers {
  /**
   * Asks the person for a rating.
   *
   * @see [contract/desk.ts:51](../contract/desk.ts#L51)
   */
  readonly rate: Handle<RateInput, RateOutput, RateErrors>;
  /** @see [contract/desk.ts:56](../contract/desk.ts#L56) */
  readonly ping: HandleWithoutInput<void, object>;
  /** @see [contract/desk.ts:57](../contract/desk.ts#L57) */
  readonly locale: HandleWithoutInput<string, object>;
}

/**
 * A help desk: both sides may call and emit, with payloads and without.
 *
 * @see [contract/desk.ts:5](../contract/desk.ts#L5)
 */
export interface DeskClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: DeskCalls;
  /** Sends an event to the server. */
  readonly emit: DeskEvents;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: DeskListeners;
  /** Answers a call of the server; each returns its own stop function. */
  readonly handle: DeskClientHandlers;
}

/**
 * Connects to `desk`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectDesk(url: string, options: ConnectOptions = {}): DeskClient {
  return connectChannel<DeskClient>(deskDefinition, url, options);
}
