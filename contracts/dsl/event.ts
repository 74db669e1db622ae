import type { Schema } from "./schema.js";

/** A message without a reply, as declared with {@link event}. */
export interface EventDeclaration<
  Payload extends Schema | undefined = Schema | undefined,
  Args extends Schema | undefined = Schema | undefined,
> {
  readonly $wirepact: "event";
  readonly payload: Payload;
  readonly args: Args;
}

/** Options of {@link event}, for one that has several arguments. */
export interface EventOptions<Args extends Schema> {
  /** A tuple of what stands behind the event's name, as code that is no wirepact sends it. */
  readonly args: Args;
}

/**
 * Declares a message that is sent and not answered. On the wire it is a Socket.IO event without an
 * acknowledgement.
 *
 * @param payload - The schema of its payload; leave it out for an event that carries none.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { event } from "wirepact/contract";
 *
 * export const posted = event(z.object({ author: z.string(), text: z.string() }));
 * export const moved = event({ args: z.tuple([z.number(), z.number()]) });
 * ```
 */
export function event<const Payload extends Schema | undefined = undefined>(
  payload?: Payload,
): EventDeclaration<Payload, undefined>;
export function event<const Args extends Schema>(
  options: EventOptions<Args>,
): EventDeclaration<undefined, Args>;
export function event(content?: Schema | EventOptions<Schema>): EventDeclaration {
  if (hasArguments(content)) return { $wirepact: "event", payload: undefined, args: content.args };
  return { $wirepact: "event", payload: content, args: undefined };
}

function hasArguments(content: Schema | EventOptions<Schema> | undefined): content is EventOptions<Schema> {
  // A contract in plain JavaScript may hand over anything; the generator says what is wrong with it.
  return typeof content === "object" && content !== null && Object.hasOwn(content, "args");
}
