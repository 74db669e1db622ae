import { randomUUID } from "node:crypto";
import { type Present, roomEvents, WireError } from "../../../contracts/wire/index.js";
import type { Channel } from "../channel.js";
import type { Family } from "../room-families.js";
import { readRoomName } from "../room-name.js";
import { spansProcesses } from "../spans-processes.js";
import { type PresenceAudience, PresenceBoard } from "./presence-board.js";
import { PresenceReplicas } from "./presence-replicas.js";
import { readReplicaMessage } from "./read-replica-message.js";

/** Name of what processes tell one another; no event of clients, whose names this is apart from. */
const replicaEvent = "$presence";

/** Who is present in the rooms of one channel; on all processes, where the adapter spans several. */
export class ChannelPresence implements PresenceAudience {
  readonly board: PresenceBoard;
  readonly #channel: Channel;
  readonly #origin = randomUUID();
  readonly #replicas: PresenceReplicas | undefined;

  constructor(channel: Channel) {
    this.#channel = channel;
    this.board = new PresenceBoard(this);
    const { namespace } = channel;
    if (!spansProcesses(namespace.adapter)) return;
    // The names that servers use among themselves are no part of the namespace's type.
    const cluster = namespace as unknown as {
      on(event: string, listener: (message: unknown) => void): void;
      serverSideEmit(event: string, message: unknown): void;
    };
    const replicas = new PresenceReplicas(this.board, this.#origin, (message) =>
      cluster.serverSideEmit(replicaEvent, message),
    );
    // The namespace ends with the server.
    cluster.on(replicaEvent, (message) => this.#receive(replicas, message));
    this.#replicas = replicas;
  }

  #receive(replicas: PresenceReplicas, message: unknown): void {
    try {
      replicas.receive(readReplicaMessage(this.#channel.families, message));
    } catch (error) {
      // Where adapters are of a kind that is not guarded nobody else would catch it.
      if (this.#channel.bus === undefined)
        this.#channel.log.warn({ err: error }, "presence of others rejected");
      else this.#channel.bus.reject(error);
    }
  }

  isWatched(room: string): boolean {
    return this.#channel.namespace.adapter.rooms.has(watchersOf(room));
  }

  tell(room: string, change: Parameters<PresenceAudience["tell"]>[1]): void {
    const found = readRoomName(this.#channel.families, room);
    if (found === undefined) return;
    const { family, key } = found;
    this.#channel.namespace.local
      .to(watchersOf(room))
      .emit(roomEvents(family.name).presence, { key, ...change });
  }

  /** Everybody in a room, as handlers see them. */
  list({ definition }: Family, room: string): Present<unknown>[] {
    return this.board.snapshot(room).present.flatMap(({ id, data }) => {
      const read = definition.presence?.read(data);
      return read?.ok ? [{ id, data: read.value }] : [];
    });
  }

  /** @param data - As it travels. */
  set(room: string, clientId: string, id: string, data: unknown): void {
    const atMs = Date.now();
    this.board.set(room, { clientId, origin: this.#origin, id, data, atMs });
    this.#replicas?.change([room, clientId, id, data, atMs]);
  }

  /** The client is out of the room: nobody sees it there, and it hears no more of who is. */
  leave(room: string, clientId: string): void {
    // The client may be gone altogether, and from all of its rooms.
    void this.#channel.namespace.sockets.get(clientId)?.leave(watchersOf(room));
    if (this.board.remove(room, clientId)) this.#replicas?.change([room, clientId]);
  }

  /** Asks other processes, which may not have been heard before. */
  greet(): void {
    this.#replicas?.greet();
  }

  /** Other processes are told at once that the clients of this one are gone. */
  close(): void {
    this.#replicas?.close();
  }
}

/** The Socket.IO room of those who hear of changes in a room. No family can have its name. */
export function watchersOf(room: string): string {
  return `$presence:${room}`;
}

/** Whether a Socket.IO room is one of {@link watchersOf}. */
export function isWatchers(room: string): boolean {
  return room.startsWith("$presence:");
}

/** The presence of a channel of which a family has some. */
export function presenceOf(channel: Channel): ChannelPresence {
  if (channel.presence !== undefined) return channel.presence;
  throw new WireError("internal", `\`${channel.definition.name}\` has no presence.`);
}
