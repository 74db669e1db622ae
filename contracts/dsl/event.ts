import type { Schema } from "./schema.js";

/** How long an event is kept for clients that are away. */
export interface ReplayOptions {
  /** Milliseconds. */
  readonly keepMs: number;
  /** How many of the channel, the latest ones. */
  readonly keepCount: number;
}

/** Options of {@link event}. */
export interface EventOptions {
  /**
   * For an event of the server: what was sent to a room or to all while a client was away reaches it when it is back, in
   * order and once. Needs a generated client: docs/delivery.md. Default: what is sent while nobody is there is gone.
   */
  readonly replay?: ReplayOptions;
}

/** A message without a reply, as declared with {@link event}. */
export interface EventDeclaration<Payload extends Schema | undefined = Schema | undefined> {
  readonly $wirepact: "event";
  readonly payload: Payload;
  readonly replay: ReplayOptions | undefined;
}

/**
 * Declares a message that is sent and not answered. On the wire it is a Socket.IO event without an
 * acknowledgement.
 *
 * @param payload - The schema of its payload; leave it out, or write `undefined`, for an event that carries none.
 */
export function event<const Payload extends Schema | undefined = undefined>(
  payload?: Payload,
  options: EventOptions = {},
): EventDeclaration<Payload> {
  // An absent payload is the type parameter's default, undefined.
  return { ...options, $wirepact: "event", payload: payload as Payload, replay: options.replay };
}
