import { MemorySessions } from "./memory-sessions.js";
import {
  type MissedEntries,
  type ReplayEntry,
  type ReplayLimits,
  type ReplayLog,
  type ReplayLogOptions,
  type ReplaySession,
  type ReplayStore,
  sessionMs,
} from "./replay-store.js";

/** Keeps events in this process: what is used where the plugin is not given another store. A restart forgets them. */
export function memoryReplay(): ReplayStore {
  return { isShared: false, open: (options) => new MemoryLog(options) };
}

interface TimedEntry extends ReplayEntry {
  readonly atMs: number;
}

/** One event's entries. */
interface Kept {
  readonly limits: ReplayLimits;
  readonly entries: TimedEntry[];
  /** Place of the oldest in `entries`; those before it are cut off now and then. */
  first: number;
  /** Offset of the latest that is not kept any more. */
  trimmedTo: number;
}

class MemoryLog implements ReplayLog {
  offset = 0;
  readonly #deliver: ReplayLogOptions["deliver"];
  readonly #events: ReadonlyMap<string, Kept>;
  readonly #sessions: MemorySessions;

  constructor({ events, deliver }: ReplayLogOptions) {
    this.#deliver = deliver;
    this.#sessions = new MemorySessions(sessionMs(events));
    this.#events = new Map(
      Object.entries(events).map(([name, limits]) => [name, { limits, entries: [], first: 0, trimmedTo: 0 }]),
    );
  }

  append(sent: Omit<ReplayEntry, "offset">): void {
    const entry = { ...sent, offset: ++this.offset, atMs: performance.now() };
    const kept = this.#events.get(entry.name);
    kept?.entries.push(entry);
    if (kept) trim(kept);
    this.#deliver(entry);
  }

  readAfter(offset: number): MissedEntries {
    const all = [...this.#events];
    for (const [, kept] of all) trim(kept);
    return {
      trimmed: all.flatMap(([name, { trimmedTo }]) => (trimmedTo > offset ? [name] : [])),
      entries: all
        .flatMap(([, { entries, first }]) => entries.slice(first).filter((entry) => entry.offset > offset))
        .sort((left, right) => left.offset - right.offset),
    };
  }

  saveSession(token: string, session: ReplaySession): void {
    this.#sessions.save(token, session);
  }

  loadSession(token: string): ReplaySession | undefined {
    return this.#sessions.load(token);
  }

  dropSession(token: string): void {
    this.#sessions.drop(token);
  }

  close(): void {}
}

function trim(kept: Kept): void {
  const { limits, entries } = kept;
  const oldestMs = performance.now() - limits.keepMs;
  for (let entry = entries[kept.first]; entry; entry = entries[kept.first]) {
    if (entries.length - kept.first <= limits.keepCount && entry.atMs >= oldestMs) break;
    kept.trimmedTo = entry.offset;
    kept.first++;
  }
  // Half of them at a time: cutting off each one would move all others each time.
  if (kept.first * 2 < entries.length) return;
  entries.splice(0, kept.first);
  kept.first = 0;
}
