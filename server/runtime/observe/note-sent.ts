import type { Channel, ServerEvent } from "../channel.js";

/** Tells observers of an event that has left. */
export function noteSent({ watch, definition }: Channel, { name }: ServerEvent): void {
  if (watch !== undefined) watch.sent(watch.outgoing(definition.name, name, "event"));
}
