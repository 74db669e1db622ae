import type { ChannelConnection } from "./channel-connection.js";

/** Bytes that a WebSocket has taken and not sent, above which it is slow: a segment or so. */
const maxBufferedBytes = 16_384;

/**
 * Whether what leaves now would have to wait: for a connection, or behind what has not been sent yet. Socket.IO looks at
 * `transport.writable`; a WebSocket takes everything and says how much it has not sent.
 */
export function isCongested(connection: ChannelConnection): boolean {
  const { transport } = connection.idle()?.io.engine ?? {};
  const { ws } = Object(transport) as { readonly ws?: { readonly bufferedAmount: number } };
  return transport?.writable !== true || (ws?.bufferedAmount ?? 0) > maxBufferedBytes;
}
