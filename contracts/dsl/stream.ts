import type { Limits } from "./limits.js";
import type { Requires } from "./requires.js";
import type { ErrorSchemas, Schema } from "./schema.js";

/** Who sends the items of a stream: the server, the client, or both at once. */
export type StreamDirection = "download" | "upload" | "both";

/** What {@link stream} takes. */
export interface StreamOptions<
  Direction extends StreamDirection,
  Input extends Schema | undefined,
  Item extends Schema,
  ClientItem extends Schema | undefined,
  Result extends Schema | undefined,
  Errors extends ErrorSchemas,
  Role extends string = string,
> {
  /** Who sends items; default `"download"`: the server does. */
  readonly direction?: Direction;
  /** The payload of the request; leave it out for a stream without an argument. */
  readonly input?: Input;
  /** One item. In a stream of both directions: what the server sends. */
  readonly item: Item;
  /** Only where both send: one item of the client. */
  readonly clientItem?: ClientItem;
  /** What the handler returns in the end; leave it out where the end says enough. */
  readonly result?: Result;
  /** Errors that the handler may end the stream with: their names, and the schema of each one's data. */
  readonly errors?: Errors;
  /**
   * Milliseconds of silence after which the stream ends with `timeout`: until the first item, between two items, and from
   * the last one to the result. A server that waits for a slow reader is not silent. Default: none.
   */
  readonly timeoutMs?: number;
  /**
   * The role that a client has to have, or any one of several: others are answered `unauthorized` before anything of
   * what they sent is looked at.
   */
  readonly requires?: Requires<Role>;
  /** How often it may be opened, how large the input and the client's items may be, and how many may be open. */
  readonly limits?: Limits;
}

/** A stream of items, as declared with {@link stream}. */
export interface StreamDeclaration<
  Input extends Schema | undefined = Schema | undefined,
  ServerItem extends Schema | undefined = Schema | undefined,
  ClientItem extends Schema | undefined = Schema | undefined,
  Result extends Schema | undefined = Schema | undefined,
  Errors extends ErrorSchemas = ErrorSchemas,
  Role extends string = string,
> {
  readonly $wirepact: "stream";
  readonly direction: StreamDirection;
  readonly input: Input;
  /** What the server sends; absent in an upload. */
  readonly serverItem: ServerItem;
  /** What the client sends; absent in a download. */
  readonly clientItem: ClientItem;
  readonly result: Result;
  readonly errors: Errors;
  readonly timeoutMs: number | undefined;
  readonly requires: Requires<Role> | undefined;
  readonly limits: Limits | undefined;
}

/**
 * Declares a request that is answered by many items, or that sends many: validated one by one, in order, cancellable from
 * either side, and never faster than their reader. It stands under `clientToServer`: the client opens it.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { stream } from "wirepact/contract";
 *
 * const Stroke = z.object({ x: z.number(), y: z.number() });
 *
 * export const history = stream({ input: z.object({ room: z.string() }), item: z.string() });
 * export const strokes = stream({ direction: "upload", item: Stroke, result: z.int() });
 * export const board = stream({ direction: "both", item: Stroke, clientItem: Stroke });
 * ```
 */
export function stream<
  const Item extends Schema,
  const Direction extends StreamDirection = "download",
  const Input extends Schema | undefined = undefined,
  const ClientItem extends Schema | undefined = undefined,
  const Result extends Schema | undefined = undefined,
  // biome-ignore lint/complexity/noBannedTypes: `{}` is the record that has no error names
  const Errors extends ErrorSchemas = {},
  const Role extends string = never,
>(
  options: StreamOptions<Direction, Input, Item, ClientItem, Result, Errors, Role> &
    (Direction extends "both" ? { readonly clientItem: Schema } : { readonly clientItem?: never }),
): StreamDeclaration<
  Input,
  Direction extends "upload" ? undefined : Item,
  Direction extends "upload" ? Item : ClientItem,
  Result,
  Errors,
  Role
> {
  const { direction = "download", item } = options;
  const isUpload = direction === "upload";
  return {
    ...options,
    $wirepact: "stream",
    direction,
    // The conditions of the return type are these, and the defaults of the type parameters stand for absent options.
    serverItem: (isUpload ? undefined : item) as Direction extends "upload" ? undefined : Item,
    clientItem: (options.clientItem ?? (isUpload ? item : undefined)) as Direction extends "upload"
      ? Item
      : ClientItem,
    input: options.input as Input,
    result: options.result as Result,
    errors: (options.errors ?? {}) as Errors,
    timeoutMs: options.timeoutMs,
    requires: options.requires,
    limits: options.limits,
  };
}
