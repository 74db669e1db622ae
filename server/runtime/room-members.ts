import type { Channel } from "./channel.js";
import type { RoomMember } from "./server-types.js";

/** The clients in a Socket.IO room, those of other processes among them where the adapter knows of them. */
export async function roomMembers(channel: Channel, room: string): Promise<readonly RoomMember<unknown>[]> {
  const sockets = await channel.namespace.in(room).fetchSockets();
  return sockets.map(({ id, data }) => ({ id, session: readSession(data) }));
}

/** Where a client's session is kept: `session` of Socket.IO's `socket.data`, which adapters carry between processes. */
export function readSession(data: unknown): unknown {
  return typeof data === "object" && data !== null && "session" in data ? data.session : undefined;
}
