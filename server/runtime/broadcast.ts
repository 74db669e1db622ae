import type { Channel, ServerEvent } from "./channel.js";
import { emitWhenRead, unread } from "./send-when-read.js";
import type { Operator } from "./target.js";

/** Sends an event to whoever an operator reaches, once what it holds can be written. */
export function broadcast(
  channel: Channel,
  clients: Operator,
  { name, place }: ServerEvent,
  values: readonly unknown[],
): void {
  const write = () => clients.emit(name, ...values);
  const onUnread = (err: unknown) => channel.log.error({ err }, `\`${place}\` is not sent: ${unread}`);
  if (channel.definition.writesBlobs && emitWhenRead(channel, clients, values, { write, onUnread })) return;
  write();
}
