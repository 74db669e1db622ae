// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:70f1fd67bba00c06

import {
  type Call,
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type Emit,
  type On,
  type SystemFailure,
} from "wirepact/client";
import type { Color, Settings, SettingsInit, Shape, Tree } from "./schemas.js";
import { shapesDefinition } from "./shapes.definition.js";

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
  count: unknown;
  on: unknown;
}

/**
 * The input of `shapes.trimmed`.
 *
 * @see [contract/shapes.ts:59](../contract/shapes.ts#L59)
 */
export interface TrimmedInput {
  name: string;
  size: string;
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

/** Calls to the server on `shapes`. */
export interface ShapesCalls {
  /** @see [contract/shapes.ts:28](../contract/shapes.ts#L28) */
  readonly saveSettings: Call<SettingsInit, Settings, SystemFailure>;
  /** @see [contract/shapes.ts:29](../contract/shapes.ts#L29) */
  readonly draw: Call<Shape, Shape[], SystemFailure>;
  /** @see [contract/shapes.ts:30](../contract/shapes.ts#L30) */
  readonly grow: Call<Tree, Tree | null, SystemFailure>;
  /**
   * `input` is also checked by the author's code, on the server only.
   *
   * @see [contract/shapes.ts:58](../contract/shapes.ts#L58)
   */
  readonly trimmed: Call<TrimmedInput, TrimmedOutput, SystemFailure>;
}

/** Events to the server on `shapes`. */
export interface ShapesEvents {
  /** @see [contract/shapes.ts:31](../contract/shapes.ts#L31) */
  readonly fields: Emit<FieldsPayload>;
  /** @see [contract/shapes.ts:41](../contract/shapes.ts#L41) */
  readonly records: Emit<RecordsPayload>;
  /** @see [contract/shapes.ts:55](../contract/shapes.ts#L55) */
  readonly loose: Emit<LoosePayload>;
  /** @see [contract/shapes.ts:56](../contract/shapes.ts#L56) */
  readonly counters: Emit<CountersPayload>;
  /** @see [contract/shapes.ts:57](../contract/shapes.ts#L57) */
  readonly coerced: Emit<CoercedPayload>;
  /** @see [contract/shapes.ts:62](../contract/shapes.ts#L62) */
  readonly nothing: Emit<NothingPayload>;
  /** @see [contract/shapes.ts:63](../contract/shapes.ts#L63) */
  readonly anything: Emit<unknown>;
  /** @see [contract/shapes.ts:64](../contract/shapes.ts#L64) */
  readonly list: Emit<ListPayload>;
}

/** Events of the server on `shapes`. */
export interface ShapesListeners {
  /** @see [contract/shapes.ts:67](../contract/shapes.ts#L67) */
  readonly settingsChanged: On<Settings>;
  /** @see [contract/shapes.ts:68](../contract/shapes.ts#L68) */
  readonly long: On<LongPayload>;
}

/**
 * The client of `shapes`.
 *
 * @see [contract/shapes.ts:26](../contract/shapes.ts#L26)
 */
export interface ShapesClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: ShapesCalls;
  /** Sends an event to the server. */
  readonly emit: ShapesEvents;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: ShapesListeners;
}

/**
 * Connects to `shapes`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectShapes(url: string, options: ConnectOptions = {}): ShapesClient {
  return connectChannel<ShapesClient>(shapesDefinition, url, options);
}
