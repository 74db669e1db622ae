import type { Schema } from "./schema.js";

/** A message without a reply, as declared with {@link event}. */
export interface EventDeclaration<Payload extends Schema | undefined = Schema | undefined> {
  readonly $wirepact: "event";
  readonly payload: Payload;
}

/**
 * Declares a message that is sent and not answered. On the wire it is a Socket.IO event without an
 * acknowledgement.
 *
 * @param payload - The schema of its payload; leave it out for an event that carries none.
 */
export function event<const Payload extends Schema | undefined = undefined>(
  payload?: Payload,
): EventDeclaration<Payload> {
  // An absent payload is the type parameter's default, undefined.
  return { $wirepact: "event", payload: payload as Payload };
}
