import type { Server } from "socket.io";
import type { Channel } from "../channel.js";
import type { ChannelFamily } from "../channel-family.js";
import type { ServerState } from "./observer.js";

/** What is read of a connection of Engine.IO's; its types keep the buffer to themselves. */
interface Transport {
  readonly writeBuffer: readonly { readonly data?: string | ArrayBufferView | undefined }[];
  /** A WebSocket is there where the transport is one. */
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number } };
}

/** Looks at all connections: meant for a scrape, not for a call. */
export function readServerState(io: Server, channels: readonly (Channel | ChannelFamily)[]): ServerState {
  const connections = new Map(
    channels.map((channel) => [channel.definition.name, channel.listConnections().length]),
  );
  // There is no engine before the server is attached.
  const clients: Readonly<Record<string, Transport>> = Object(io.engine).clients ?? {};
  let outgoingBytes = 0;
  for (const { writeBuffer, transport } of Object.values(clients)) {
    outgoingBytes += transport.socket?.bufferedAmount ?? 0;
    for (const { data } of writeBuffer)
      outgoingBytes += typeof data === "string" ? Buffer.byteLength(data) : (data?.byteLength ?? 0);
  }
  return { connections, outgoingBytes };
}
