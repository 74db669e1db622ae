import type { Connection } from "./connection.js";
import { setPresence } from "./presence/presence-calls.js";
import type { Family } from "./room-families.js";
import { RoomOfChannel } from "./room-of-channel.js";
import type { PresenceMembership } from "./room-types.js";

/** One room, seen from one client. */
export class Membership
  extends RoomOfChannel
  implements PresenceMembership<unknown, unknown, unknown, unknown>
{
  readonly #connection: Connection;
  readonly #key: unknown;

  constructor(connection: Connection, family: Family, key: unknown) {
    super(connection.channel, family, key);
    this.#connection = connection;
    this.#key = key;
  }

  get joined(): boolean {
    return this.#connection.socket.rooms.has(this.room);
  }

  async join(): Promise<void> {
    await this.#connection.socket.join(this.room);
  }

  /** The generated type has it for families with presence only. */
  setPresence(data: unknown): void {
    const { family, room } = this;
    setPresence({ connection: this.#connection, family, room, key: this.#key }, data);
  }

  async leave(): Promise<void> {
    await this.#connection.socket.leave(this.room);
  }
}
