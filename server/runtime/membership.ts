import type { Connection } from "./connection.js";
import { roomMembers } from "./room-members.js";
import type { RoomMember, RoomMembership } from "./server-types.js";

/** One room, seen from one client. */
export class Membership implements RoomMembership<unknown> {
  readonly #connection: Connection;
  readonly #room: string;

  constructor(connection: Connection, room: string) {
    this.#connection = connection;
    this.#room = room;
  }

  get joined(): boolean {
    return this.#connection.socket.rooms.has(this.#room);
  }

  async join(): Promise<void> {
    await this.#connection.socket.join(this.#room);
  }

  async leave(): Promise<void> {
    await this.#connection.socket.leave(this.#room);
  }

  members(): Promise<readonly RoomMember<unknown>[]> {
    return roomMembers(this.#connection.channel, this.#room);
  }
}
