import type { PresenceChange, PresenceSnapshot } from "../../../contracts/wire/index.js";
import { type PresenceEntry, RoomPresence } from "./room-presence.js";

/** Who hears of changes. */
export interface PresenceAudience {
  /** Whether somebody watches a room. */
  isWatched(room: string): boolean;
  /** Tells those who watch a room. */
  tell(room: string, change: Omit<PresenceChange, "key">): void;
}

const nobody: PresenceSnapshot = { version: 0, present: [] };

/** Who is present in the rooms of a channel, on all processes, as this one knows it. The changes of a tick are told together. */
export class PresenceBoard {
  readonly #audience: PresenceAudience;
  readonly #rooms = new Map<string, RoomPresence>();
  readonly #changed = new Set<string>();

  constructor(audience: PresenceAudience) {
    this.#audience = audience;
  }

  /** How many ids are present in a room, and whether one of them is `id`. */
  seats(room: string, id: string): { readonly taken: number; readonly isPresent: boolean } {
    const presence = this.#rooms.get(room);
    return { taken: presence?.size ?? 0, isPresent: presence?.has(id) ?? false };
  }

  snapshot(room: string): PresenceSnapshot {
    const presence = this.#rooms.get(room);
    return presence ? { version: presence.version, present: presence.list() } : nobody;
  }

  /** The entries of an origin, by room. */
  *entriesOf(origin: string): Generator<readonly [room: string, entry: PresenceEntry]> {
    for (const [room, presence] of this.#rooms) {
      for (const entry of presence.entries()) if (entry.origin === origin) yield [room, entry];
    }
  }

  set(room: string, entry: PresenceEntry): void {
    const presence = this.#rooms.get(room) ?? new RoomPresence();
    this.#rooms.set(room, presence);
    presence.set(entry);
    this.#touch(room);
  }

  /** @returns Whether the client was present. */
  remove(room: string, clientId: string): boolean {
    const wasPresent = this.#rooms.get(room)?.delete(clientId) ?? false;
    // Who went may have been the last one to watch.
    if (this.#rooms.has(room)) this.#touch(room);
    return wasPresent;
  }

  /** A process is gone with all of its clients. */
  removeOrigin(origin: string): void {
    for (const [room, { clientId }] of [...this.entriesOf(origin)]) this.remove(room, clientId);
  }

  #touch(room: string): void {
    if (this.#changed.size === 0) setImmediate(() => this.#flush());
    this.#changed.add(room);
  }

  #flush(): void {
    const rooms = [...this.#changed];
    this.#changed.clear();
    for (const room of rooms) {
      const presence = this.#rooms.get(room);
      const change = presence?.takeChange();
      const isWatched = this.#audience.isWatched(room);
      if (change !== undefined && isWatched) this.#audience.tell(room, change);
      if (presence?.size === 0 && !isWatched) this.#rooms.delete(room);
    }
  }
}
