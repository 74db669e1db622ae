import type { Connection } from "./connection.js";
import type { Family } from "./room-families.js";
import { RoomOfChannel } from "./room-of-channel.js";
import type { RoomMembership } from "./room-types.js";

/** One room, seen from one client. */
export class Membership extends RoomOfChannel implements RoomMembership<unknown, unknown> {
  readonly #connection: Connection;

  constructor(connection: Connection, family: Family, key: unknown) {
    super(connection.channel, family, key);
    this.#connection = connection;
  }

  get joined(): boolean {
    return this.#connection.socket.rooms.has(this.room);
  }

  async join(): Promise<void> {
    await this.#connection.socket.join(this.room);
  }

  async leave(): Promise<void> {
    await this.#connection.socket.leave(this.room);
  }
}
