import type { Limits } from "./limits.js";
import type { Requires } from "./requires.js";
import type { Schema } from "./schema.js";

/** How long an event is kept for clients that are away. */
export interface ReplayOptions {
  /** Milliseconds. */
  readonly keepMs: number;
  /** How many of the channel, the latest ones. */
  readonly keepCount: number;
}

/** What becomes of an event that cannot leave at once; without it each one is sent, in order. */
type Delivery =
  | { readonly volatile?: undefined; readonly latest?: undefined; readonly replay?: undefined }
  /** It is dropped: the next one is soon to come (a cursor, a level meter). */
  | { readonly volatile: true; readonly latest?: undefined; readonly replay?: undefined }
  /**
   * The newest takes the place of the one before it that has not left: of all, or of those that are equal in one field of
   * the payload. It arrives, and what it has replaced does not (a price of each share, a state).
   */
  | { readonly latest: true | string; readonly volatile?: undefined; readonly replay?: undefined }
  /**
   * Of the server: what was sent while a client was away reaches it when it is back, in order and once (a message).
   * Needs a generated client: docs/delivery.md.
   */
  | { readonly replay: ReplayOptions; readonly volatile?: undefined; readonly latest?: undefined };

/** Who may send an event, and how much of it. */
interface EventGuard<Role extends string> {
  /** For an event to the server: how often and how large. What is too much is dropped. */
  readonly limits?: Limits;
  /** Of a client: the role that it has to have, or any one of several. What others send is not run, and is logged. */
  readonly requires?: Requires<Role>;
}

/** What {@link event} takes besides the payload. */
export type EventOptions<Role extends string = string> = Delivery & EventGuard<Role>;

/** A message without a reply, as declared with {@link event}. */
export interface EventDeclaration<
  Payload extends Schema | undefined = Schema | undefined,
  Args extends Schema | undefined = Schema | undefined,
  Role extends string = string,
> {
  readonly $wirepact: "event";
  readonly payload: Payload;
  readonly args: Args;
  readonly options: EventOptions<Role> | undefined;
  readonly requires: Requires<Role> | undefined;
}

/** What {@link event} takes for one that has several arguments. */
export interface EventArguments<Args extends Schema, Role extends string = string> extends EventGuard<Role> {
  /** A tuple of what stands behind the event's name, as code that is no wirepact sends it. */
  readonly args: Args;
}

/**
 * Declares a message that is sent and not answered. On the wire it is a Socket.IO event without an
 * acknowledgement.
 *
 * @param payload - The schema of its payload; leave it out, or give `undefined`, for an event that carries none.
 * @param options - What is to be done when a client or its connection is slow, and how many a client may send.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { event } from "wirepact/contract";
 *
 * export const Price = z.object({ share: z.string(), cents: z.int() });
 * export const pointed = event(z.object({ x: z.number(), y: z.number() }), { volatile: true });
 * export const priced = event(Price, { latest: "share" });
 * export const moved = event({ args: z.tuple([z.number(), z.number()]) });
 * ```
 */
export function event<
  const Payload extends Schema | undefined = undefined,
  const Role extends string = never,
>(payload?: Payload, options?: EventOptions<Role>): EventDeclaration<Payload, undefined, Role>;
export function event<const Args extends Schema, const Role extends string = never>(
  declared: EventArguments<Args, Role>,
): EventDeclaration<undefined, Args, Role>;
export function event(content?: Schema | EventArguments<Schema>, options?: EventOptions): EventDeclaration {
  if (hasArguments(content)) {
    const { args, requires, limits } = content;
    return { $wirepact: "event", payload: undefined, args, options: limits && { limits }, requires };
  }
  return { $wirepact: "event", payload: content, args: undefined, options, requires: options?.requires };
}

function hasArguments(
  content: Schema | EventArguments<Schema> | undefined,
): content is EventArguments<Schema> {
  // A contract in plain JavaScript may hand over anything; the generator says what is wrong with it.
  return typeof content === "object" && content !== null && Object.hasOwn(content, "args");
}
