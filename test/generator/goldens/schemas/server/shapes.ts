// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:4e98a9fc7fb4d0b2

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
import type { Color, Settings, SettingsInit, Shape, Tree } from "./schemas.js";

/**
 * The payload of `shapes.fields`.
 *
 * @see [contract/shapes.ts:32](../contract/shapes.ts#L32)
 */
export interface FieldsPayload {
  "first name": string;
  "x-y": number | null;
  __proto?: string | undefined;
  exact?: string;
  "it's": "a" | 'say "hi"' | 3 | -1 | true | null;
  ünï: `v${number}`;
}

/**
 * The payload of `shapes.records`.
 *
 * @see [contract/shapes.ts:42](../contract/shapes.ts#L42)
 */
export interface RecordsPayload {
  byName: { [key: string]: number };
  byColor: { [key in Color]: boolean };
  partly: { [key in "a" | "b"]?: string };
  point: [number, number];
  maybe: [string, (string | undefined)?];
  rest: [string, ...number[]];
  mixed: (string | number | null)[];
  frozen: readonly string[];
  frozenObject: Readonly<{ a: string }>;
  both: { a: string } & { b: string };
}

/**
 * The payload of `shapes.loose`.
 *
 * @see [contract/shapes.ts:55](../contract/shapes.ts#L55)
 */
export interface LoosePayload {
  id: string;
  [key: string]: unknown;
}

/**
 * The payload of `shapes.counters`.
 *
 * @see [contract/shapes.ts:56](../contract/shapes.ts#L56)
 */
export interface CountersPayload {
  total: number;
  note?: string | undefined;
  [key: string]: number | string | undefined;
}

/**
 * The payload of `shapes.coerced`.
 *
 * @see [contract/shapes.ts:57](../contract/shapes.ts#L57)
 */
export interface CoercedPayload {
  count: number;
  on: boolean;
}

/**
 * The input of `shapes.trimmed`.
 *
 * @see [contract/shapes.ts:59](../contract/shapes.ts#L59)
 */
export interface TrimmedInput {
  name: string;
  size: number;
}

/**
 * The output of `shapes.trimmed`.
 *
 * @see [contract/shapes.ts:60](../contract/shapes.ts#L60)
 */
export type TrimmedOutput = "one" | "two";

/**
 * The payload of `shapes.nothing`.
 *
 * @see [contract/shapes.ts:62](../contract/shapes.ts#L62)
 */
export interface NothingPayload {
  [key: string]: never;
}

/**
 * The payload of `shapes.list`.
 *
 * @see [contract/shapes.ts:64](../contract/shapes.ts#L64)
 */
export type ListPayload = { id: string; tags: string[] }[];

/**
 * The payload of `shapes.long`.
 *
 * @see [contract/shapes.ts:69](../contract/shapes.ts#L69)
 */
export type LongPayload =
  | "the first of many values"
  | "the second of many values"
  | "the third of many values"
  | "the fourth of many values";

/** Events that the server may send on `shapes`. */
export interface ShapesEvents {
  /** @see [contract/shapes.ts:67](../contract/shapes.ts#L67) */
  readonly settingsChanged: Emit<SettingsInit>;
  /** @see [contract/shapes.ts:68](../contract/shapes.ts#L68) */
  readonly long: Emit<LongPayload>;
}

/** Clients of `shapes` that something is sent to. */
export interface ShapesTarget extends TargetBase<ShapesTarget> {
  readonly emit: ShapesEvents;
}

/** One client of `shapes`. */
export interface ShapesPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: ShapesEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: ShapesEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `shapes` is given besides the input. */
export interface ShapesContext<Session> extends ConnectionContext<undefined, Session> {
  /** Sends an event to this client. */
  readonly emit: ShapesEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: ShapesEvents };
  /** Everyone else on the channel. */
  readonly others: ShapesTarget;
  /** Everyone on the channel. */
  readonly all: ShapesTarget;
}

/** What middleware adds to the contexts of `shapes`, by member; of itself nothing. */
export interface ShapesAdditions {
  readonly saveSettings: unknown;
  readonly draw: unknown;
  readonly grow: unknown;
  readonly fields: unknown;
  readonly records: unknown;
  readonly loose: unknown;
  readonly counters: unknown;
  readonly coerced: unknown;
  readonly trimmed: unknown;
  readonly nothing: unknown;
  readonly anything: unknown;
  readonly list: unknown;
}

/**
 * What the server does on `shapes`.
 *
 * @see [contract/shapes.ts:26](../contract/shapes.ts#L26)
 */
export interface ShapesHandlers<Session, Additions extends ShapesAdditions = ShapesAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: ShapesContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: ShapesContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /** @see [contract/shapes.ts:28](../contract/shapes.ts#L28) */
  saveSettings(
    input: Settings,
    context: ShapesContext<Session> & Additions["saveSettings"],
  ): SettingsInit | Promise<SettingsInit>;
  /** @see [contract/shapes.ts:29](../contract/shapes.ts#L29) */
  draw(input: Shape, context: ShapesContext<Session> & Additions["draw"]): Shape[] | Promise<Shape[]>;
  /** @see [contract/shapes.ts:30](../contract/shapes.ts#L30) */
  grow(input: Tree, context: ShapesContext<Session> & Additions["grow"]): Tree | null | Promise<Tree | null>;
  /** @see [contract/shapes.ts:31](../contract/shapes.ts#L31) */
  fields(input: FieldsPayload, context: ShapesContext<Session> & Additions["fields"]): void | Promise<void>;
  /** @see [contract/shapes.ts:41](../contract/shapes.ts#L41) */
  records(
    input: RecordsPayload,
    context: ShapesContext<Session> & Additions["records"],
  ): void | Promise<void>;
  /** @see [contract/shapes.ts:55](../contract/shapes.ts#L55) */
  loose(input: LoosePayload, context: ShapesContext<Session> & Additions["loose"]): void | Promise<void>;
  /** @see [contract/shapes.ts:56](../contract/shapes.ts#L56) */
  counters(
    input: CountersPayload,
    context: ShapesContext<Session> & Additions["counters"],
  ): void | Promise<void>;
  /** @see [contract/shapes.ts:57](../contract/shapes.ts#L57) */
  coerced(
    input: CoercedPayload,
    context: ShapesContext<Session> & Additions["coerced"],
  ): void | Promise<void>;
  /** @see [contract/shapes.ts:58](../contract/shapes.ts#L58) */
  trimmed(
    input: TrimmedInput,
    context: ShapesContext<Session> & Additions["trimmed"],
  ): TrimmedOutput | Promise<TrimmedOutput>;
  /** @see [contract/shapes.ts:62](../contract/shapes.ts#L62) */
  nothing(
    input: NothingPayload,
    context: ShapesContext<Session> & Additions["nothing"],
  ): void | Promise<void>;
  /** @see [contract/shapes.ts:63](../contract/shapes.ts#L63) */
  anything(input: unknown, context: ShapesContext<Session> & Additions["anything"]): void | Promise<void>;
  /** @see [contract/shapes.ts:64](../contract/shapes.ts#L64) */
  list(input: ListPayload, context: ShapesContext<Session> & Additions["list"]): void | Promise<void>;
}

/**
 * `app.sockets.shapes`: what the server may do on the channel from anywhere.
 *
 * @see [contract/shapes.ts:26](../contract/shapes.ts#L26)
 */
export interface ShapesSockets {
  /** Everyone on the channel. */
  readonly all: ShapesTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): ShapesPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementShapes}; `Needed` is what middleware asks of the session. */
export interface ImplementShapes<Needed, Additions extends ShapesAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: ShapesHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"shapes", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof ShapesAdditions = keyof ShapesAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<ShapesContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementShapes<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `shapes`; hand what it returns to `sockets` as `channels.shapes`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementShapes.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementShapes: ImplementShapes<unknown, ShapesAdditions> = implementChannel("shapes");
