import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { FastifyBaseLogger } from "fastify";
import type { ServerOptions, Socket } from "socket.io";
import type { WireError } from "../../contracts/wire/index.js";
import type { AnswerStore } from "./answer-store.js";
import type { ClientBundleOptions } from "./client-bundle/client-bundle-options.js";
import type { AppHooks } from "./hooks.js";
import type { LimitOptions } from "./limits/limit-options.js";
import type { ProcessLink } from "./links/process-link.js";
import type { RedisStreamsOptions } from "./links/redis-links.js";
import type { Middleware, MiddlewareContext } from "./middleware.js";
import type { UsedMiddleware } from "./middleware-of.js";
import type { Observer } from "./observe/observer.js";
import type { ReplayStore } from "./replay/replay-store.js";

/** Sends an event. Throws a {@link WireError} with code `bad_output` for a payload that breaks the contract. */
export type Emit<Payload> = (payload: Payload) => void;
/** Sends an event without a payload. */
export type EmitWithoutPayload = () => void;

/** Sends an event that has a list of arguments. */
export type EmitArguments<Args extends readonly unknown[]> = (...args: Args) => void;

/** Options of a call from the server. */
export interface CallOptions {
  /** Milliseconds until the call ends with `timeout`; default: the contract's, else 10,000. */
  readonly timeoutMs?: number | undefined;
  /** Aborting ends the call with `aborted` at once. */
  readonly signal?: AbortSignal | undefined;
}

/** A call to one client. Rejects with a {@link WireError}; never hangs. */
export type Call<Input, Output> = (input: Input, options?: CallOptions) => Promise<Output>;
/** A call to one client that has no input. */
export type CallWithoutInput<Output> = (options?: CallOptions) => Promise<Output>;

/** A call to one client that has a list of arguments. */
export interface CallWithArguments<Args extends readonly unknown[], Output> {
  /** Rejects with a {@link WireError}; never hangs. */
  (...args: Args): Promise<Output>;
  /** The same call with options: `await call.move.with({ timeoutMs: 500 })(3, 4)`. */
  with(options: CallOptions): (...args: Args) => Promise<Output>;
}

/** How a group call ended for one client. */
export type Outcome<Output> =
  | { readonly clientId: string; readonly status: "answered"; readonly value: Output }
  | { readonly clientId: string; readonly status: "failed"; readonly error: WireError }
  | { readonly clientId: string; readonly status: "timed_out" };

/** A call to each client of a group; settles with one outcome per client once all have ended, never rejects for one. */
export type GroupCall<Input, Output> = (
  input: Input,
  options?: CallOptions,
) => Promise<readonly Outcome<Output>[]>;
/** A call to each client of a group that has no input. */
export type GroupCallWithoutInput<Output> = (options?: CallOptions) => Promise<readonly Outcome<Output>[]>;

/** A call to each client of a group that has a list of arguments. */
export interface GroupCallWithArguments<Args extends readonly unknown[], Output> {
  (...args: Args): Promise<readonly Outcome<Output>[]>;
  /** The same call with options. */
  with(options: CallOptions): (...args: Args) => Promise<readonly Outcome<Output>[]>;
}

/** Makes a declared error, to be thrown: `throw context.error.NotAMember({ … })`. */
export type DeclaredError<Data> = (data: Data, message?: string) => WireError;
/** Makes a declared error that carries no data. */
export type DeclaredErrorWithoutData = (message?: string) => WireError;

/** Refusals that every channel has; a generated interface adds the declared ones. */
export interface Refusals {
  /** The client did not say who it is, or may not come in. */
  unauthorized(message?: string): WireError;
  /** There is no room for another one now. */
  overloaded(message?: string, retryAfterMs?: number): WireError;
}

/**
 * What becomes of a client whose session has ended. `"end"`: it is told so and sent away; a generated client whose `auth` is
 * a function comes back with what that gives then. `"downgrade"`: it stays without any of its roles, so that everything
 * that `requires` one is `unauthorized`, until it authenticates anew.
 */
export type OnExpiry = "end" | "downgrade";

/** Options of {@link Until}. */
export interface UntilOptions {
  /** Default: the option of the plugin, else `"end"`. */
  readonly onExpiry?: OnExpiry;
}

/**
 * Gives a session an end, and returns it as it is: `return until(claims.exp * 1_000, { user: claims.sub })`.
 *
 * @param end - A date, or milliseconds since the epoch (a token's `exp` is in seconds). An end that has passed refuses the
 *   client as `unauthorized`; `Infinity` is none.
 */
export type Until = <Session>(end: Date | number, session: Session, options?: UntilOptions) => Session;

/** What the `connect` handler is given. */
export interface ConnectionRequest<Auth, Errors> {
  /** What the client presented, validated. */
  readonly auth: Auth;
  /** Makes a refusal, to be thrown: `throw refuse.unauthorized("…")`. */
  readonly refuse: Errors;
  readonly until: Until;
  /** Where a connected client authenticates anew: the session that it has until then. Else `undefined`. */
  readonly previous: unknown;
  /** The HTTP request that opened the connection. */
  readonly handshake: HandshakeRequest;
  /** Socket.IO's id of the connection to be. */
  readonly id: string;
  /** Aborted when the client goes away meanwhile. */
  readonly signal: AbortSignal;
  readonly log: FastifyBaseLogger;
}

/** The parameters of a channel's path, as `connect` is given them. */
export interface WithParams<Params> {
  readonly params: Params;
}

/** The HTTP request that opened a connection. */
export interface HandshakeRequest {
  readonly headers: IncomingHttpHeaders;
  /** Query parameters of the request, Socket.IO's own (`EIO`, `transport`, `t`) left out. */
  readonly query: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Address of the peer, as Fastify sees it (`trustProxy` counts). */
  readonly address: string;
  /** The cookies, where @fastify/cookie is registered; else empty. */
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Node's request. */
  readonly raw: IncomingMessage;
  /**
   * Fastify's own request, with whatever plugins put on it (`session`, `user`). There is none on a channel that is attached
   * to a Socket.IO server: reading it throws there.
   */
  readonly request: import("fastify").FastifyRequest;
}

/** What every handler of a channel is given; a generated interface adds the typed groups. */
export interface ConnectionContext<Auth, Session> {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  /** What `connect` returned. */
  readonly session: Session;
  /** What the client presented when it connected, or authenticated anew. */
  readonly auth: Auth;
  /**
   * Aborted when the client is gone, cancels the call, or the call's deadline has passed; its `reason` is a
   * {@link WireError} that says which. It speaks for as long as the handler is at it: that of `connected` lives as long
   * as the connection, that of `disconnect` is aborted from the start.
   */
  readonly signal: AbortSignal;
  /** Child of `app.log` with the channel, the member and the client's id. */
  readonly log: FastifyBaseLogger;
  /** Ends this client's channel; a generated client is told the reason and does not come back by itself. */
  disconnect(reason?: string): void;
  /** Socket.IO's own socket: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly socket: Socket;
}

/**
 * Everyone that something is sent to. Each getter gives a new target and leaves this one as it is.
 * `Target` is the generated interface itself.
 */
export interface TargetBase<Target> {
  /** The same clients without those of the given ids. */
  exceptClients(...clientIds: readonly string[]): Target;
  /** The same target, whose events are dropped for clients that cannot take them right now. */
  readonly volatile: Target;
}

/** Which pages may connect. */
export interface OriginOptions {
  /**
   * Origins of pages that may connect besides those of this host, as browsers send them: `"https://app.example.org"`. They
   * get Socket.IO's CORS headers too, with credentials, unless `cors` says otherwise. `"*"` lets every page in, and no page
   * gets credentials. Default: what `cors.origin` lists, else none.
   *
   * The host is the request's `Host`; behind a proxy that changes it, Fastify's `trustProxy` says whose
   * `X-Forwarded-Host` counts.
   */
  readonly origins?: readonly (string | RegExp)[] | "*";
  /**
   * What to do with a request that has cookies but no `Origin`, as no current browser sends one: `"allow"` where programs
   * that are no browsers come with cookies. Default `"refuse"`.
   */
  readonly cookiesWithoutOrigin?: "allow" | "refuse";
}

/** Options that belong to wirepact. */
export interface WirepactOptions extends OriginOptions, AppHooks {
  /** Milliseconds that a `connect` handler may take; then the client is refused with `timeout`. Default 10,000. */
  readonly connectTimeoutMs?: number;
  /** What becomes of clients whose session ends, where `connect` does not say. Default `"end"`. */
  readonly onExpiry?: OnExpiry;
  /** Serves the generated client as one module, for pages without a build step; default: it is not served. */
  readonly client?: ClientBundleOptions | undefined;
  /** Remembers the answers of idempotent calls; default: `memoryAnswers()`, in this process. */
  readonly answers?: AnswerStore;
  /**
   * Where events with `replay` wait for clients that are away; default: `memoryReplay()`, in this process. Several processes
   * need one that they share: `redisReplay(client)`.
   */
  readonly replayStore?: ReplayStore;
  /** How much each connection may send; on unless it is switched off. */
  readonly limits?: LimitOptions;
  /**
   * Runs around the handlers of every channel, ahead of what a channel names itself. Handlers see what it adds once their
   * channel names it too; it still runs once.
   */
  readonly use?: readonly Middleware<MiddlewareContext<unknown>, unknown>[];
  /**
   * Watch what the server does: `promMetrics(client)`, or what you make of {@link Observer}. Without them nothing is watched,
   * and nothing is paid for it.
   */
  readonly observers?: readonly Observer[];
  /**
   * Streams that one client may have open on a channel; one more is refused with `overloaded`. Each may hold up to 128 items
   * that its handler has not read. Default 64.
   */
  readonly maxStreams?: number;
  /**
   * Milliseconds that a close may take: clients are asked to move to another process and calls end by themselves; when
   * the time is up their signals are aborted. A close ends at once when nothing is left to wait for. Default 10,000; 0 for none.
   */
  readonly drainMs?: number;
  /**
   * Joins the processes of an app: `redisStreams({ url })`, `redisPubSub({ url })`, `clusterWorkers()`, or an adapter of
   * Socket.IO's (https://socket.io/docs/v4/adapter/). Default: this process is alone. What comes from other processes is
   * checked by the contract.
   */
  readonly adapter?: ServerOptions["adapter"] | ProcessLink;
  /** All that processes share, in one Redis: short for `adapter: redisStreams({ … })`. */
  readonly redis?: RedisStreamsOptions;
  /**
   * Whether what is in front of several processes keeps each client's requests at one of them, as long polling needs it.
   * Where it is not said the start is warned of.
   */
  readonly sticky?: boolean;
}

/** Options of the generated plugin besides `channels`: ours, and each of Socket.IO's server options. */
export interface SocketServerOptions extends Omit<Partial<ServerOptions>, "adapter">, WirepactOptions {}

/** What an `implementX` function returns: handlers that belong to one channel, with the type of its sessions. */
export interface ChannelImplementation<Name extends string, Session = unknown> {
  readonly channel: Name;
  readonly handlers: object;
  /** Never there: carries the type of what `connect` returns. */
  readonly session?: Session;
  /** What runs around the handlers, the first outermost. */
  readonly middleware?: readonly UsedMiddleware[];
}
