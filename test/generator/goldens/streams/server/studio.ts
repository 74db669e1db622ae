// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:5cd3276a8c8bb17f

import {
  type ChannelImplementation,
  type ClientItems,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type DeclaredError,
  type DeclaredErrorWithoutData,
  type Failure,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RunsIn,
  type ServerItems,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";
import type { Stroke } from "./schemas.js";

/**
 * The input of `studio.history`.
 *
 * @see [contract/studio.ts:15](../contract/studio.ts#L15)
 */
export interface HistoryInput {
  board: string;
  count: number;
}

/**
 * The result of `studio.history`.
 *
 * @see [contract/studio.ts:17](../contract/studio.ts#L17)
 */
export interface HistoryResult {
  total: bigint;
}

/**
 * Data of `studio.history`'s error `NoBoard`.
 *
 * @see [contract/studio.ts:20](../contract/studio.ts#L20)
 */
export interface HistoryNoBoard {
  nearest: string;
}

/**
 * Data of `studio.draw`'s error `NoBoard`.
 *
 * @see [contract/studio.ts:31](../contract/studio.ts#L31)
 */
export interface DrawNoBoard {
  nearest: string;
}

/**
 * The item of `studio.measure`.
 *
 * @see [contract/studio.ts:36](../contract/studio.ts#L36)
 */
export type MeasureItem = number;

/**
 * The input of `studio.together`.
 *
 * @see [contract/studio.ts:44](../contract/studio.ts#L44)
 */
export interface TogetherInput {
  board: string;
}

/**
 * The item of `studio.together`.
 *
 * @see [contract/studio.ts:45](../contract/studio.ts#L45)
 */
export interface TogetherItem {
  who: string;
  stroke: Stroke;
}

/** Makes the errors that the contract declares for `studio.history`, to be thrown. */
export interface HistoryErrors {
  /**
   * There is no such board.
   *
   * @see [contract/studio.ts:20](../contract/studio.ts#L20)
   */
  readonly NoBoard: DeclaredError<HistoryNoBoard>;
  /** @see [contract/studio.ts:21](../contract/studio.ts#L21) */
  readonly Locked: DeclaredErrorWithoutData;
}

/** Makes the errors that the contract declares for `studio.draw`, to be thrown. */
export interface DrawErrors {
  /** @see [contract/studio.ts:31](../contract/studio.ts#L31) */
  readonly NoBoard: DeclaredError<DrawNoBoard>;
}

/** Clients of `studio` that something is sent to. */
export interface StudioTarget extends TargetBase<StudioTarget> {}

/** One client of `studio`. */
export interface StudioPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `studio` is given besides the input. */
export interface StudioContext<Session> extends ConnectionContext<undefined, Session> {
  /** Everyone else on the channel. */
  readonly others: StudioTarget;
  /** Everyone on the channel. */
  readonly all: StudioTarget;
}

/** What the handler of `studio.history` is given besides the input. */
export interface HistoryContext<Session> extends StudioContext<Session> {
  /** Makes the declared errors: throw what it returns. */
  readonly error: HistoryErrors;
}

/** What the handler of `studio.draw` is given besides the input. */
export interface DrawContext<Session> extends StudioContext<Session> {
  /** Makes the declared errors: throw what it returns. */
  readonly error: DrawErrors;
}

/** What middleware adds to the contexts of `studio`, by member; of itself nothing. */
export interface StudioAdditions {
  readonly history: unknown;
  readonly ticks: unknown;
  readonly draw: unknown;
  readonly scribble: unknown;
  readonly measure: unknown;
  readonly print: unknown;
  readonly together: unknown;
  readonly echo: unknown;
}

/**
 * A drawing board: streams of each direction, with and without input and result.
 *
 * @see [contract/studio.ts:7](../contract/studio.ts#L7)
 */
export interface StudioHandlers<Session, Additions extends StudioAdditions = StudioAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: StudioContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: StudioContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /**
   * The strokes of a board, oldest first.
   *
   * @param input - Which board, and how many strokes.
   * @see [contract/studio.ts:14](../contract/studio.ts#L14)
   */
  history(
    input: HistoryInput,
    context: HistoryContext<Session> & Additions["history"],
  ): ServerItems<Stroke, HistoryResult>;
  /** @see [contract/studio.ts:24](../contract/studio.ts#L24) */
  ticks(context: StudioContext<Session> & Additions["ticks"]): ServerItems<number, void>;
  /**
   * Draws on the board.
   *
   * @see [contract/studio.ts:26](../contract/studio.ts#L26)
   */
  draw(
    input: string,
    items: ClientItems<Stroke>,
    context: DrawContext<Session> & Additions["draw"],
  ): number | Promise<number>;
  /** @see [contract/studio.ts:33](../contract/studio.ts#L33) */
  scribble(
    items: ClientItems<Uint8Array<ArrayBuffer>>,
    context: StudioContext<Session> & Additions["scribble"],
  ): void | Promise<void>;
  /** @see [contract/studio.ts:34](../contract/studio.ts#L34) */
  measure(
    items: ClientItems<MeasureItem>,
    context: StudioContext<Session> & Additions["measure"],
  ): number | Promise<number>;
  /**
   * The board as a picture.
   *
   * @see [contract/studio.ts:40](../contract/studio.ts#L40)
   */
  print(
    input: string,
    context: StudioContext<Session> & Additions["print"],
  ): ServerItems<Uint8Array<ArrayBuffer>, void>;
  /**
   * Draws with the others.
   *
   * @see [contract/studio.ts:42](../contract/studio.ts#L42)
   */
  together(
    input: TogetherInput,
    items: ClientItems<Stroke>,
    context: StudioContext<Session> & Additions["together"],
  ): ServerItems<TogetherItem, number>;
  /** @see [contract/studio.ts:49](../contract/studio.ts#L49) */
  echo(
    items: ClientItems<string>,
    context: StudioContext<Session> & Additions["echo"],
  ): ServerItems<string, void>;
}

/**
 * A drawing board: streams of each direction, with and without input and result.
 *
 * @see [contract/studio.ts:7](../contract/studio.ts#L7)
 */
export interface StudioSockets {
  /** Everyone on the channel. */
  readonly all: StudioTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): StudioPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementStudio}; `Needed` is what middleware asks of the session. */
export interface ImplementStudio<Needed, Additions extends StudioAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: StudioHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"studio", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof StudioAdditions = keyof StudioAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<StudioContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementStudio<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `studio`; hand what it returns to `sockets` as `channels.studio`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementStudio.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementStudio: ImplementStudio<unknown, StudioAdditions> = implementChannel("studio");
