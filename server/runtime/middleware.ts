import type { ConnectionContext } from "./server-types.js";

/** The part of a handler's context that every channel has; an annotation in {@link middleware} asks for a session. */
export type MiddlewareContext<Session> = ConnectionContext<unknown, Session>;

/** What a handler is about to be given, or was: a member's, or what a client asks for about a room. */
export type MemberRun = HandlerRun | RoomRun;

/** What every run says of itself. */
interface RunCommon {
  /** Name of the channel's export. */
  readonly channel: string;
  /** The validated payload; `undefined` where the contract has none. Of a room it is the key, or what holds it. */
  readonly input: unknown;
  /** {@link input} as it may be logged: `"[redacted]"` stands where the contract says that something is sensitive. */
  readonly redactedInput: unknown;
  /** A call's output, as `after` is given it, for the log; `undefined` for events and streams. */
  redactOutput(output: unknown): unknown;
}

/** The run of a member's handler. */
export interface HandlerRun extends RunCommon {
  readonly kind: "call" | "event" | "stream";
  /** Name of the call, event or stream. */
  readonly member: string;
  readonly room?: undefined;
}

/**
 * What a client asks for about a room: to join it (around `mayJoin`), to leave it, to tell of itself (around `presenceId`;
 * the input is `{ key, data }`), or to be told who is there.
 */
export interface RoomRun extends RunCommon {
  readonly kind: "join" | "leave" | "setPresence" | "watch";
  /** Name of the family of rooms. */
  readonly room: string;
  /** The same behind `rooms.`, for logs. */
  readonly member: string;
}

/** Names that a context has of its own, on one channel or another; nothing can be added under them. */
export type ContextName =
  | "all"
  | "auth"
  | "call"
  | "disconnect"
  | "emit"
  | "error"
  | "except"
  | "id"
  | "log"
  | "others"
  | "params"
  | "roles"
  | "rooms"
  | "session"
  | "signal"
  | "socket"
  | "to"
  | "volatile";

/** What may be added to a context: an object without a name that a context has already. */
export type Addition = object & { readonly [Name in ContextName]?: never };

/** What {@link middleware} takes. Each of the three may be async, and each may throw. */
export interface MiddlewareOptions<Context, Added> {
  /** Names it in errors and in the log. */
  readonly name: string;
  /**
   * Runs ahead of the handler. What it returns, a plain object, is added to the handler's `context`, typed. What it throws is the answer,
   * under the rules for handlers: {@link WireError} with `unauthorized`, `not_found`, `overloaded`, `too_large` or a code
   * that the call declares refuses; anything else is masked. The handler does not run then.
   */
  before?(context: Context, run: MemberRun): Added | Promise<Added>;
  /** Runs when the handler has returned; `output` is not validated yet. What it throws takes the output's place. */
  after?(context: Context & Visible<Added>, run: MemberRun, output: unknown): void | Promise<void>;
  /**
   * Runs when the handler, or a middleware closer to it, has thrown. What it throws takes the error's place; otherwise the
   * error stays.
   */
  error?(context: Context & Visible<Added>, run: MemberRun, error: unknown): void | Promise<void>;
}

/**
 * What runs around handlers, as made by {@link middleware}: it runs in a `Context` and adds `Added` to it. Name it with
 * `implementChat.with(…)`, or for every channel as `use` of the plugin.
 */
export interface Middleware<in Context, out Added> {
  readonly $wirepact: "middleware";
  readonly name: string;
  readonly hooks: MiddlewareHooks;
  /** For the compiler alone, never there: says what the two types are. */
  readonly adds?: (context: Context) => Added;
}

/** The functions of a {@link Middleware} as the runtime calls them: with what their types ask for. */
export interface MiddlewareHooks {
  before?(context: object, run: MemberRun): unknown;
  after?(context: object, run: MemberRun, output: unknown): unknown;
  error?(context: object, run: MemberRun, error: unknown): unknown;
}

/** Where a {@link Middleware} can run: in this context. */
export interface RunsIn<Context> {
  readonly adds?: (context: Context) => unknown;
}

/** The session that a middleware's context asks for. */
export type SessionOf<Context> = Context extends { readonly session: infer Session } ? Session : unknown;

/** Handlers whose middleware asks for a session have to have the `connect` that makes it. */
export type Connecting<Session> = undefined extends Session ? unknown : { readonly connect: unknown };

/** What handlers see of what `before` returns: nothing where it returns nothing. */
type Visible<Added> = Added extends object ? Added : unknown;

/**
 * Makes a middleware. Annotate `context` with what it asks for: `MiddlewareContext<Session>`, a channel's own context, or
 * either with what another middleware adds.
 *
 * Name it ahead of the handlers: `implementChat.with(tenancy)({ … })`, or, for some of them,
 * `implementChat.with(tenancy, "postMessage")({ … })`.
 *
 * For each run in which `before` went through, exactly one of `after` and `error` runs: the first middleware begins and
 * ends last.
 *
 * @example
 * ```ts
 * import { type MiddlewareContext, middleware, WireError } from "wirepact/server";
 *
 * interface Person {
 *   readonly tenants: readonly string[];
 * }
 *
 * export const tenancy = middleware({
 *   name: "tenancy",
 *   before(context: MiddlewareContext<Person>) {
 *     const [tenant] = context.session.tenants;
 *     if (tenant === undefined) throw new WireError("unauthorized", "You belong to no organisation.");
 *     return { tenant };
 *   },
 * });
 * ```
 */
// biome-ignore lint/suspicious/noConfusingVoidType: what a function without a result returns
export function middleware<Context = MiddlewareContext<unknown>, Added extends Addition | void = void>(
  options: MiddlewareOptions<Context, Added>,
): Middleware<Context, Visible<Added>> {
  // The runtime gives the functions what their types ask for: `with` has seen to that.
  return { $wirepact: "middleware", name: options.name, hooks: options as MiddlewareHooks };
}
