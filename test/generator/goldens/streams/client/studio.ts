// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:b3f5a13e56ba4dc5

import {
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type DeclaredFailure,
  type Download,
  type DownloadWithoutInput,
  type Duplex,
  type DuplexWithoutInput,
  type SystemFailure,
  type Upload,
  type UploadWithoutInput,
} from "wirepact/client";
import type { Stroke } from "./schemas.js";
import { studioDefinition } from "./studio.definition.js";

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
export type MeasureItem = string;

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

/** What `studio.history` may fail with: narrow by `code`. */
export type HistoryFailure =
  | SystemFailure
  | DeclaredFailure<"NoBoard", HistoryNoBoard>
  | DeclaredFailure<"Locked", undefined>;

/** What `studio.draw` may fail with: narrow by `code`. */
export type DrawFailure = SystemFailure | DeclaredFailure<"NoBoard", DrawNoBoard>;

/** Streams of `studio`. */
export interface StudioStreams {
  /**
   * The strokes of a board, oldest first.
   *
   * @param input - Which board, and how many strokes.
   * @see [contract/studio.ts:14](../contract/studio.ts#L14)
   */
  readonly history: Download<HistoryInput, Stroke, HistoryResult, HistoryFailure>;
  /** @see [contract/studio.ts:24](../contract/studio.ts#L24) */
  readonly ticks: DownloadWithoutInput<number, void, SystemFailure>;
  /**
   * Draws on the board.
   *
   * @see [contract/studio.ts:26](../contract/studio.ts#L26)
   */
  readonly draw: Upload<string, Stroke, number, DrawFailure>;
  /** @see [contract/studio.ts:33](../contract/studio.ts#L33) */
  readonly scribble: UploadWithoutInput<Uint8Array<ArrayBuffer>, void, SystemFailure>;
  /**
   * `item` is also checked by the author's code, on the server only.
   *
   * @see [contract/studio.ts:34](../contract/studio.ts#L34)
   */
  readonly measure: UploadWithoutInput<MeasureItem, number, SystemFailure>;
  /**
   * The board as a picture.
   *
   * @see [contract/studio.ts:40](../contract/studio.ts#L40)
   */
  readonly print: Download<string, Uint8Array<ArrayBuffer>, void, SystemFailure>;
  /**
   * Draws with the others.
   *
   * @see [contract/studio.ts:42](../contract/studio.ts#L42)
   */
  readonly together: Duplex<TogetherInput, TogetherItem, Stroke, number, SystemFailure>;
  /** @see [contract/studio.ts:49](../contract/studio.ts#L49) */
  readonly echo: DuplexWithoutInput<string, string, void, SystemFailure>;
}

/**
 * A drawing board: streams of each direction, with and without input and result.
 *
 * @see [contract/studio.ts:7](../contract/studio.ts#L7)
 */
export interface StudioClient extends ChannelClient<SystemFailure> {
  /** Opens a stream: many items for one request. */
  readonly stream: StudioStreams;
}

/**
 * Connects to `studio`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectStudio(url: string, options: ConnectOptions = {}): StudioClient {
  return connectChannel<StudioClient>(studioDefinition, url, options);
}
