import type { Result, SystemFailure, WireError } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";

/** Options of one call. */
export interface CallOptions {
  /** Milliseconds until the call ends with `timeout`; default: the contract's, else 10,000. */
  readonly timeoutMs?: number | undefined;
  /** Aborting ends the call with `aborted` at once and aborts the handler's signal on the server. */
  readonly signal?: AbortSignal | undefined;
}

/** A call to the server that takes an input. `Failure` is the union of what it may fail with. */
export interface Call<Input, Output, Failure> {
  /**
   * Rejects with a {@link WireError} that has the failure's `code`; never hangs: a deadline always applies.
   */
  (input: Input, options?: CallOptions): Promise<Output>;
  /** The same, but settles with `{ ok, value }` or `{ ok, error }` and never rejects. */
  safe(input: Input, options?: CallOptions): Promise<Result<Output, Failure>>;
}

/** A call to the server without an input. */
export interface CallWithoutInput<Output, Failure> {
  /** Rejects with a {@link WireError} that has the failure's `code`; never hangs. */
  (options?: CallOptions): Promise<Output>;
  /** The same, but settles with `{ ok, value }` or `{ ok, error }` and never rejects. */
  safe(options?: CallOptions): Promise<Result<Output, Failure>>;
}

/** A call to the server that has a list of arguments, and options already. */
export interface BoundCall<Args extends readonly unknown[], Output, Failure> {
  /** Rejects with a {@link WireError} that has the failure's `code`; never hangs. */
  (...args: Args): Promise<Output>;
  /** The same, but settles with `{ ok, value }` or `{ ok, error }` and never rejects. */
  safe(...args: Args): Promise<Result<Output, Failure>>;
}

/** A call to the server that has a list of arguments, behind which there is no place for options. */
export interface CallWithArguments<Args extends readonly unknown[], Output, Failure>
  extends BoundCall<Args, Output, Failure> {
  /** The same call with options: `await chat.call.move.with({ timeoutMs: 500 })(3, 4)`. */
  with(options: CallOptions): BoundCall<Args, Output, Failure>;
}

/**
 * Sends an event to the server. Throws a {@link WireError} (`bad_input`, `too_large`) for a payload that the
 * contract refuses, before anything leaves. While the client is on its way to the server the event waits, with
 * at most 1,000 others (`overloaded`; `maxWaiting` and `whileDisconnected` say otherwise); on a client that is closed or
 * refused it throws `disconnected`.
 */
export type Emit<Payload> = (payload: Payload) => void;
/** Sends an event without a payload. Waits and throws like {@link Emit}. */
export type EmitWithoutPayload = () => void;
/** Sends an event that has a list of arguments. Waits and throws like {@link Emit}. */
export type EmitArguments<Args extends readonly unknown[]> = (...args: Args) => void;

/** Ends what it was returned by; calling it again does nothing. */
export type Stop = () => void;

/** Options of a one-time wait. */
export interface OnceOptions {
  /** Milliseconds until the wait rejects with `timeout`; default: none. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Options of iterating over an event. */
export interface IterateOptions {
  /** Aborting ends the loop without an error. */
  readonly signal?: AbortSignal | undefined;
  /** Payloads kept for a loop that lags behind; one more ends the loop with `overloaded`. Default 1,000. */
  readonly maxBuffered?: number | undefined;
}

/** Listens to an event of the server. */
export interface On<Payload> {
  /** Calls `listener` with each payload, validated, until the returned function is called. */
  (listener: (payload: Payload) => void): Stop;
  /** Settles with the next payload; rejects when the client is closed first. */
  once(options?: OnceOptions): Promise<Payload>;
  /** Payloads from now on, in order: `for await (const m of chat.on.posted.iterate())`. */
  iterate(options?: IterateOptions): AsyncIterableIterator<Payload>;
}

/** Listens to an event that has no payload. */
export interface OnWithoutPayload {
  (listener: () => void): Stop;
  once(options?: OnceOptions): Promise<void>;
  iterate(options?: IterateOptions): AsyncIterableIterator<void>;
}

/** Listens to an event that has a list of arguments. */
export interface OnArguments<Args extends readonly unknown[]> {
  /** Calls `listener` with the arguments of each, validated, until the returned function is called. */
  (listener: (...args: Args) => void): Stop;
  /** Settles with the arguments of the next one. */
  once(options?: OnceOptions): Promise<Args>;
  iterate(options?: IterateOptions): AsyncIterableIterator<Args>;
}

/** Events that a client may have missed for good. */
export interface Gap {
  /**
   * `trimmed`: more was sent, or earlier, than the contract's `replay` keeps; `forgotten`: the client was away for too long,
   * or the server was restarted without a log that outlives it.
   */
  readonly reason: "trimmed" | "forgotten";
}

/** Listens to an event that reaches the client even if it was away when it was sent. */
export interface OnReplayed<Payload> extends On<Payload> {
  /**
   * Calls `listener` after a reconnect whenever the server cannot say that the client has missed nothing, before what
   * is still kept: the time to load afresh.
   */
  gap(listener: (gap: Gap) => void): Stop;
}

/** Listens to a replayed event that has no payload. */
export interface OnReplayedWithoutPayload extends OnWithoutPayload {
  gap(listener: (gap: Gap) => void): Stop;
}

/** What a handler of a call from the server is given besides the input. */
export interface HandlerContext<Errors> {
  /** Aborted when the connection ends, the server gives up, or the deadline passes. */
  readonly signal: AbortSignal;
  /** Makes the errors that the contract declares for this call: `throw context.error.Busy({ … })`. */
  readonly error: Errors;
}

/**
 * Answers a call of the server. One handler at a time: a second one throws until the first is stopped.
 * Without a handler the server's call fails with `not_found`.
 */
export type Handle<Input, Output, Errors> = (
  handler: (input: Input, context: HandlerContext<Errors>) => Output | Promise<Output>,
) => Stop;
/** Answers a call of the server that has no input. */
export type HandleWithoutInput<Output, Errors> = (
  handler: (context: HandlerContext<Errors>) => Output | Promise<Output>,
) => Stop;

/** Answers a call of the server that has a list of arguments. */
export type HandleArguments<Args extends readonly unknown[], Output, Errors> = (
  handler: (...args: [...args: Args, context: HandlerContext<Errors>]) => Output | Promise<Output>,
) => Stop;

/** Makes a declared error. */
export type DeclaredError<Data> = (data: Data, message?: string) => WireError;
/** Makes a declared error that carries no data. */
export type DeclaredErrorWithoutData = (message?: string) => WireError;

/** Where a channel's connection is. `Refusal` is the union of what the server may refuse with. */
export type ConnectionState<Refusal> =
  /** On its way for the first time. */
  | { readonly status: "connecting" }
  /** `id` is Socket.IO's id of this connection. */
  | { readonly status: "connected"; readonly id: string }
  /** Lost; `attempt` counts from 1, `reason` is Socket.IO's disconnect reason or the transport's error. */
  | { readonly status: "reconnecting"; readonly attempt: number; readonly reason: string }
  /** The server refused; stays so until `connect()` is called. */
  | { readonly status: "refused"; readonly error: Refusal }
  /**
   * Ended by `close()` (`by: "client"`) or by the server (`by: "server"`), with the server's reason if it gave one. With the
   * code `expired` it was the session that ended: what the client presented holds no longer; with `too_slow` the client did not
   * read what was sent to it.
   */
  | {
      readonly status: "closed";
      readonly by: "client" | "server";
      readonly reason?: string | undefined;
      readonly code?: "expired" | "too_slow" | undefined;
    };

/** A value that changes and can be watched; fits React's `useSyncExternalStore`. */
export interface Observable<Value> {
  readonly value: Value;
  /** Calls `listener` at each change, not for the present value. */
  subscribe(listener: (value: Value) => void): Stop;
}

/** What goes wrong where nobody awaits an answer. */
export interface ErrorReport {
  /**
   * `bad_event`: an event of the server broke the contract and reached no listener; `listener`: a listener
   * threw, or the items of an upload as they were let go of; `auth`: the auth function rejected (it is asked again with the next attempt); `emit`: an event that
   * waited for the connection could not be sent; `handler`: a handler threw what the contract does not declare
   * or returned what it refuses (the server is told no more than that).
   */
  readonly kind: "bad_event" | "listener" | "auth" | "emit" | "handler";
  readonly channel: string;
  /** The event or call concerned. */
  readonly member?: string | undefined;
  readonly error: unknown;
}

/** Options of a generated `connect` function, besides `auth`. */
export interface ConnectOptions {
  /** Default: one `console.warn` for each report. */
  readonly onError?: ((report: ErrorReport) => void) | undefined;
  /** Whether to connect at once; default true. Else `connect()` does. */
  readonly autoConnect?: boolean | undefined;
  /** Socket.IO's path on the server; default `/socket.io`. */
  readonly path?: string | undefined;
  /** Default: `["polling", "websocket"]`, Socket.IO's own. */
  readonly transports?: readonly ("polling" | "websocket" | "webtransport")[] | undefined;
  /** Headers of the handshake; Node only (a browser's WebSocket cannot carry them). */
  readonly extraHeaders?: Readonly<Record<string, string>> | undefined;
  /** An `http.Agent` (for `https:` an `https.Agent`), through a proxy for instance; Node only. */
  readonly agent?: object | undefined;
  /** Whether a browser sends cookies to another origin; default false. */
  readonly withCredentials?: boolean | undefined;
  /**
   * What becomes of calls and events that are made while there is no connection, before the first one too: they wait for it
   * (`"wait"`, the default), a call until its deadline; or they fail at once with `disconnected` (`"fail"`). An
   * idempotent call that was sent before is repeated either way.
   */
  readonly whileDisconnected?: "wait" | "fail" | undefined;
  /** Most calls and events that wait for the connection; one more fails with `overloaded`. Default 1,000. */
  readonly maxWaiting?: number | undefined;
  /** Milliseconds before the first new attempt after a loss; default 1,000, doubling up to `reconnectionDelayMaxMs`. */
  readonly reconnectionDelayMs?: number | undefined;
  /** Longest pause between two attempts, in milliseconds; default 5,000. */
  readonly reconnectionDelayMaxMs?: number | undefined;
  /** Makes spans of what the client does: `openTelemetry(api)`; default: none are made. */
  readonly trace?: Trace | undefined;
}

/** What `openTelemetry` makes: is told of whatever leaves on the connection of a channel. */
export type Trace = (connection: ChannelConnection, channel: string) => void;

/** What every generated client has; channels to the same server share one connection. */
export interface ChannelClient<Refusal> {
  readonly state: Observable<ConnectionState<Refusal>>;
  /** Connects, or connects again after a refusal or a close. */
  connect(): void;
  /** Settles when connected; rejects with the refusal, or with `disconnected` once closed. */
  whenConnected(options?: OnceOptions): Promise<void>;
  /** Ends the channel: open calls fail with `disconnected`, loops end. Listeners stay registered. */
  close(): void;
}

/** Failure that every call may end with. */
export type { SystemFailure };
