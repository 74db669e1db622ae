import { appendScript, openScript, readScript } from "./redis-scripts.js";
import { RedisTail } from "./redis-tail.js";
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
import { type StreamEntry, toReplayEntry } from "./stream-entry.js";

/** What is used of a client of the package `redis` (node-redis), which the application connects and closes. */
export interface RedisClient {
  sendCommand(args: readonly string[]): Promise<unknown>;
  /** Gives one more client, for what waits: made, connected and destroyed here. */
  duplicate(): RedisTailClient;
}

/** A client that is the log's own. */
export interface RedisTailClient {
  on(event: "error", listener: (error: unknown) => void): unknown;
  connect(): Promise<unknown>;
  sendCommand(args: readonly string[]): Promise<unknown>;
  destroy(): void;
}

/** Options of {@link redisReplay}. */
export interface RedisReplayOptions {
  /** What all keys begin with; default `wirepact`. */
  readonly prefix?: string;
}

/**
 * Keeps events in Redis, 6.2 or later, in one stream for each event. All processes that serve a channel share them: each
 * delivers them to its own clients, in one order, and a client that returns may come to any of them.
 *
 * @see https://redis.io/docs/latest/develop/data-types/streams/
 */
export function redisReplay(
  client: RedisClient,
  { prefix = "wirepact" }: RedisReplayOptions = {},
): ReplayStore {
  return {
    isShared: true,
    async open(options) {
      const log = new RedisLog(client, `${prefix}:{${options.channel}}`, options);
      await log.open();
      return log;
    },
  };
}

class RedisLog implements ReplayLog {
  offset = 0;
  readonly #client: RedisClient;
  readonly #key: string;
  readonly #options: ReplayLogOptions;
  readonly #names: readonly string[];
  #tail: RedisTail | undefined;

  constructor(client: RedisClient, key: string, options: ReplayLogOptions) {
    this.#client = client;
    this.#key = key;
    this.#options = options;
    this.#names = Object.keys(options.events);
  }

  async open(): Promise<void> {
    this.offset = Number(await this.#run(openScript, [this.#offsetKey, this.#lastKey], []));
    const { onError } = this.#options;
    this.#tail = new RedisTail({
      client: this.#client.duplicate(),
      streams: new Map(this.#names.map((name) => [this.#streamKey(name), name])),
      after: this.offset,
      take: (entries) => this.#take(entries),
      onError,
    });
    await this.#tail.start();
  }

  async append({ name, rooms, except, body }: Omit<ReplayEntry, "offset">): Promise<void> {
    // Only the contract's events are sent.
    const { keepMs, keepCount } = this.#options.events[name] as ReplayLimits;
    const keys = [this.#offsetKey, this.#lastKey, this.#streamKey(name)];
    const sent = [name, JSON.stringify(rooms), JSON.stringify(except), body];
    await this.#run(appendScript, keys, [String(keepMs), String(keepCount), ...sent]);
  }

  async readAfter(offset: number): Promise<MissedEntries> {
    const keys = [this.#lastKey, ...this.#names.map((name) => this.#streamKey(name))];
    // The script's own form.
    const read = (await this.#run(readScript, keys, [String(offset), ...this.#names])) as readonly (readonly [
      string,
      readonly StreamEntry[],
    ])[];
    const found = read.map(([last, entries], index) => {
      const name = this.#names[index] ?? "";
      const kept = entries.map((entry) => toReplayEntry(name, entry));
      const isTrimmed = (kept[0]?.previous ?? Number(last)) > offset;
      return { name, kept, isTrimmed };
    });
    return {
      trimmed: found.flatMap(({ name, isTrimmed }) => (isTrimmed ? [name] : [])),
      entries: found.flatMap(({ kept }) => kept).sort((left, right) => left.offset - right.offset),
    };
  }

  async saveSession(token: string, session: ReplaySession): Promise<void> {
    await this.#send("SET", this.#sessionKey(token), JSON.stringify(session), "PX", this.#sessionMs);
  }

  async loadSession(token: string): Promise<ReplaySession | undefined> {
    const text = await this.#send("GET", this.#sessionKey(token));
    // What saveSession wrote.
    return typeof text === "string" ? (JSON.parse(text) as ReplaySession) : undefined;
  }

  async dropSession(token: string): Promise<void> {
    await this.#send("DEL", this.#sessionKey(token));
  }

  close(): void {
    this.#tail?.stop();
  }

  #take(entries: readonly (ReplayEntry & { readonly isBehindGap: boolean })[]): void {
    const { deliver, onError, onGap } = this.#options;
    const missing = new Set(entries.flatMap(({ name, isBehindGap }) => (isBehindGap ? [name] : [])));
    if (missing.size > 0) onGap([...missing]);
    for (const entry of entries) {
      this.offset = entry.offset;
      try {
        deliver(entry);
      } catch (error) {
        // The others are to be delivered all the same.
        onError(error);
      }
    }
  }

  get #sessionMs(): string {
    return String(sessionMs(this.#options.events));
  }

  get #offsetKey(): string {
    return `${this.#key}:offset`;
  }

  /** Offset of the latest entry of each event. */
  get #lastKey(): string {
    return `${this.#key}:last`;
  }

  #streamKey(name: string): string {
    return `${this.#key}:event:${name}`;
  }

  #sessionKey(token: string): string {
    return `${this.#key}:session:${token}`;
  }

  #send(...args: readonly string[]): Promise<unknown> {
    return this.#client.sendCommand(args);
  }

  #run(script: string, keys: readonly string[], args: readonly string[]): Promise<unknown> {
    return this.#send("EVAL", script, String(keys.length), ...keys, ...args);
  }
}
