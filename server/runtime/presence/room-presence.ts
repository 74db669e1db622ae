import { maxPresent, type PresenceChange, type Present } from "../../../contracts/wire/index.js";

/** What one client tells of itself in one room. */
export interface PresenceEntry {
  readonly clientId: string;
  /** The process that the client is connected to. */
  readonly origin: string;
  readonly id: string;
  /** As it travels. */
  readonly data: unknown;
  /** When it was told, by the clock of its origin. */
  readonly atMs: number;
}

/** Who is present in one room: entries of clients, folded by id. */
export class RoomPresence {
  /** Counts the changes that were told. */
  version = 0;
  readonly #entries = new Map<string, PresenceEntry>();
  readonly #byId = new Map<string, Set<PresenceEntry>>();
  /** Ids that have changed since a change was told. */
  readonly #changed = new Set<string>();

  /** How many ids are present. */
  get size(): number {
    return this.#byId.size;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  entries(): IterableIterator<PresenceEntry> {
    return this.#entries.values();
  }

  set(entry: PresenceEntry): void {
    this.delete(entry.clientId);
    this.#entries.set(entry.clientId, entry);
    const ofId = this.#byId.get(entry.id) ?? new Set();
    this.#byId.set(entry.id, ofId.add(entry));
    this.#changed.add(entry.id);
  }

  /** @returns Whether there was an entry of the client's. */
  delete(clientId: string): boolean {
    const entry = this.#entries.get(clientId);
    if (entry === undefined) return false;
    this.#entries.delete(clientId);
    const ofId = this.#byId.get(entry.id);
    ofId?.delete(entry);
    if (ofId?.size === 0) this.#byId.delete(entry.id);
    this.#changed.add(entry.id);
    return true;
  }

  list(): Present<unknown>[] {
    return [...this.#byId.keys()].flatMap((id) => this.#fold(id));
  }

  /**
   * What has changed since the last time, as a new version; undefined where nothing has. What is more than a change may
   * hold is left out together with a version, so that whoever watches asks for everything.
   */
  takeChange(): Omit<PresenceChange, "key"> | undefined {
    const ids = [...this.#changed];
    this.#changed.clear();
    if (ids.length === 0) return undefined;
    if (ids.length > maxPresent) {
      this.version += 2;
      return { version: this.version, set: [], gone: [] };
    }
    this.version += 1;
    return {
      version: this.version,
      set: ids.flatMap((id) => this.#fold(id)),
      gone: ids.filter((id) => !this.#byId.has(id)),
    };
  }

  /** What the latest of an id's clients told; the same on every process that has the same entries. */
  #fold(id: string): Present<unknown>[] {
    const [first, ...others] = this.#byId.get(id) ?? [];
    if (first === undefined) return [];
    const latest = others.reduce((best, entry) => (isLater(entry, best) ? entry : best), first);
    return [{ id, data: latest.data }];
  }
}

function isLater(one: PresenceEntry, other: PresenceEntry): boolean {
  return one.atMs === other.atMs ? one.clientId > other.clientId : one.atMs > other.atMs;
}
