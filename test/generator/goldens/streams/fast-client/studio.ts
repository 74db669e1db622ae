// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:b5d3ffd8573ee9b2

import {
  bigint,
  bytes,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  custom,
  type DeclaredFailure,
  type Download,
  type DownloadWithoutInput,
  type Duplex,
  type DuplexWithoutInput,
  download,
  duplex,
  gte,
  int,
  named,
  number,
  object,
  type SystemFailure,
  straightCheck,
  string,
  trim,
  type Upload,
  type UploadWithoutInput,
  upload,
} from "wirepact/client";
import { readStroke, writeStroke } from "./schemas.checks.js";
import { checkStroke, type Stroke } from "./schemas.js";
import {
  readDrawNoBoard,
  readDrawResult,
  readEchoItem,
  readHistoryNoBoard,
  readHistoryResult,
  readMeasureResult,
  readPrintItem,
  readTicksItem,
  readTogetherItem,
  readTogetherResult,
  writeDrawInput,
  writeEchoClientItem,
  writeHistoryInput,
  writeMeasureItem,
  writePrintInput,
  writeScribbleItem,
  writeTogetherInput,
} from "./studio.checks.js";

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

/** `studio` as the runtime sees it. */
const studioDefinition: ClientDefinition = {
  name: "studio",
  path: "/studio",
  fingerprint: "78823b486543f5bc",
  stream: {
    history: download({
      input: straightCheck({ write: writeHistoryInput }, () =>
        object({ board: string(), count: number(int, gte(0)) }),
      ),
      serverItem: straightCheck({ read: readStroke }, () => named(checkStroke)),
      result: straightCheck({ read: readHistoryResult }, () => object({ total: bigint() })),
      errors: {
        NoBoard: straightCheck({ read: readHistoryNoBoard }, () => object({ nearest: string() })),
        Locked: undefined,
      },
    }),
    ticks: download({ serverItem: straightCheck({ read: readTicksItem }, () => number(int)) }),
    draw: upload({
      input: straightCheck({ write: writeDrawInput }, () => string()),
      clientItem: straightCheck({ write: writeStroke }, () => named(checkStroke)),
      result: straightCheck({ read: readDrawResult }, () => number(int)),
      errors: { NoBoard: straightCheck({ read: readDrawNoBoard }, () => object({ nearest: string() })) },
    }),
    scribble: upload({ clientItem: straightCheck({ write: writeScribbleItem }, () => bytes(Uint8Array)) }),
    measure: upload({
      clientItem: straightCheck({ write: writeMeasureItem }, () => custom(string())),
      result: straightCheck({ read: readMeasureResult }, () => number(int)),
    }),
    print: download({
      input: straightCheck({ write: writePrintInput }, () => string()),
      serverItem: straightCheck({ read: readPrintItem }, () => bytes(Uint8Array)),
    }),
    together: duplex({
      input: straightCheck({ write: writeTogetherInput }, () => object({ board: string() })),
      serverItem: straightCheck({ read: readTogetherItem }, () =>
        object({ who: string(), stroke: named(checkStroke) }),
      ),
      clientItem: straightCheck({ write: writeStroke }, () => named(checkStroke)),
      result: straightCheck({ read: readTogetherResult }, () => number(int)),
    }),
    echo: duplex({
      serverItem: straightCheck({ read: readEchoItem }, () => string()),
      clientItem: straightCheck({ write: writeEchoClientItem }, () => string(trim)),
    }),
  },
};
