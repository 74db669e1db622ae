import type { Socket } from "socket.io";

/** What is used of Engine.IO's transports, and of `ws` below them, beyond what they document. */
interface Transport {
  readonly name: string;
  send(packets: readonly unknown[]): void;
  /** On a WebSocket: that of `ws`, over Node's own socket. */
  readonly socket?: { readonly _socket?: { cork(): void; uncork(): void } };
}

interface EngineSocket {
  readonly transport: Transport;
  once(event: "upgrade", listener: (transport: Transport) => void): unknown;
}

/**
 * Lets the frames that Engine.IO has kept for one client leave in one write: to the plain ones, whose replies are a frame each, and
 * large ones to all others. A write of its own for each is most of what they cost.
 */
export function corkFrames({ conn }: Socket): void {
  // Declared with fewer members.
  const { transport } = conn as unknown as EngineSocket;
  if (transport.name === "websocket") cork(transport);
  else if (transport.name === "polling") (conn as unknown as EngineSocket).once("upgrade", cork);
}

/** Channels of one connection share its transport, which takes the same function once more. */
function cork(transport: Transport): void {
  if (transport.name === "websocket") transport.send = sendTogether;
}

/** One function for all connections, which an idle one has next to nothing to pay for. */
function sendTogether(this: Transport, packets: readonly unknown[]): void {
  const { send } = Object.getPrototypeOf(this) as Transport;
  const stream = packets.length > 1 ? this.socket?._socket : undefined;
  if (stream === undefined) {
    send.call(this, packets);
    return;
  }
  stream.cork();
  try {
    send.call(this, packets);
  } finally {
    stream.uncork();
  }
}
