import type { Channel } from "./channel.js";
import { roomMembers } from "./room-members.js";
import { isClientId } from "./room-name.js";
import type { RoomHandle, RoomMember } from "./server-types.js";

/** One room, seen from outside a handler. */
export class RoomOfChannel implements RoomHandle {
  readonly #channel: Channel;
  readonly #room: string;

  constructor(channel: Channel, room: string) {
    this.#channel = channel;
    this.#room = room;
  }

  members(): Promise<readonly RoomMember<unknown>[]> {
    return roomMembers(this.#channel, this.#room);
  }

  async add(clientId: string): Promise<void> {
    const socket = this.#channel.namespace.sockets.get(clientId);
    if (socket !== undefined) await socket.join(this.#room);
    else if (isClientId(clientId)) this.#channel.namespace.in(clientId).socketsJoin(this.#room);
  }

  async remove(clientId: string): Promise<void> {
    const socket = this.#channel.namespace.sockets.get(clientId);
    if (socket !== undefined) await socket.leave(this.#room);
    else if (isClientId(clientId)) this.#channel.namespace.in(clientId).socketsLeave(this.#room);
  }
}
