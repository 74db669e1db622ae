import type { Present } from "../../contracts/wire/index.js";
import type { Channel } from "./channel.js";
import { presenceOf } from "./presence/channel-presence.js";
import { readSession } from "./read-session.js";
import type { Family } from "./room-families.js";
import { isClientId, roomName } from "./room-name.js";
import type { PresenceHandle, RoomMember } from "./room-types.js";
import { spansProcesses } from "./spans-processes.js";

/** One room, seen from anywhere on the server. Where the adapter spans processes, so does all that it does. */
export class RoomOfChannel implements PresenceHandle<unknown, unknown, unknown> {
  readonly #channel: Channel;
  readonly #family: Family;
  readonly #room: string;

  constructor(channel: Channel, family: Family, key: unknown) {
    this.#channel = channel;
    this.#family = family;
    this.#room = roomName(family.name, family.definition, key);
  }

  /** Its name for Socket.IO. */
  protected get room(): string {
    return this.#room;
  }

  protected get family(): Family {
    return this.#family;
  }

  /** The generated type has it for families with presence only. */
  presence(): readonly Present<unknown>[] {
    return presenceOf(this.#channel).list(this.#family, this.#room);
  }

  async members(): Promise<readonly RoomMember<unknown>[]> {
    const sockets = await this.#channel.namespace.in(this.#room).fetchSockets();
    return sockets.map(({ id, data }) => ({ id, session: readSession(data) }));
  }

  async count(): Promise<number> {
    const { adapter } = this.#channel.namespace;
    // Nobody but this process has to be asked, and nothing is made for each client.
    if (!spansProcesses(adapter)) return adapter.rooms.get(this.#room)?.size ?? 0;
    const sockets = await this.#channel.namespace.in(this.#room).fetchSockets();
    return sockets.length;
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

  async removeAll(): Promise<void> {
    this.#channel.namespace.in(this.#room).socketsLeave(this.#room);
  }

  async move(toKey: unknown): Promise<void> {
    const to = roomName(this.#family.name, this.#family.definition, toKey);
    if (to === this.#room) return;
    const members = this.#channel.namespace.in(this.#room);
    members.socketsJoin(to);
    members.socketsLeave(this.#room);
  }

  async disconnect(reason?: string): Promise<void> {
    const { namespace, connections } = this.#channel;
    for (const id of [...(namespace.adapter.rooms.get(this.#room) ?? [])]) {
      connections.get(id)?.disconnect(reason);
    }
    namespace.in(this.#room).disconnectSockets();
  }
}
