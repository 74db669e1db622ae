import { setTimeout as pause } from "node:timers/promises";
import type { RedisTailClient } from "./redis-replay.js";
import { type ChainedEntry, type StreamEntry, toReplayEntry } from "./stream-entry.js";

/** Milliseconds that one command waits for entries. */
const blockMs = 5_000;
/** Milliseconds after which Redis is asked again when it failed. */
const pauseMs = 100;

/** What a {@link RedisTail} is made of. */
export interface RedisTailOptions {
  readonly client: RedisTailClient;
  /** Names of events, by their streams. */
  readonly streams: ReadonlyMap<string, string>;
  /** Offset behind which it begins. */
  readonly after: number;
  /** Takes entries in the order of their offsets; before some of them, others may have been taken out already. */
  readonly take: (entries: readonly (ChainedEntry & { readonly isBehindGap: boolean })[]) => void;
  readonly onError: (error: unknown) => void;
}

/** Follows the streams of a channel, for as long as the server runs. */
export class RedisTail {
  readonly #options: RedisTailOptions;
  /** Of the latest entry of each stream. */
  readonly #offsets: Map<string, number>;
  #isStopped = false;

  constructor(options: RedisTailOptions) {
    this.#options = options;
    this.#offsets = new Map([...options.streams.keys()].map((stream) => [stream, options.after]));
  }

  async start(): Promise<void> {
    const { client, onError } = this.#options;
    client.on("error", (error) => {
      if (!this.#isStopped) onError(error);
    });
    await client.connect();
    void this.#follow();
  }

  stop(): void {
    this.#isStopped = true;
    this.#options.client.destroy();
  }

  async #follow(): Promise<void> {
    while (!this.#isStopped) {
      try {
        this.#take(await this.#read());
      } catch (error) {
        if (this.#isStopped) return;
        this.#options.onError(error);
        await pause(pauseMs, undefined, { ref: false });
      }
    }
  }

  #read(): Promise<unknown> {
    const ids = [...this.#offsets.values()].map((offset) => `${offset}-0`);
    const streams = [...this.#offsets.keys()];
    return this.#options.client.sendCommand([
      "XREAD",
      "BLOCK",
      String(blockMs),
      "STREAMS",
      ...streams,
      ...ids,
    ]);
  }

  #take(reply: unknown): void {
    const entries = byStream(reply).flatMap(([stream, found]) => {
      const name = this.#options.streams.get(stream) ?? "";
      return found.map((entry) => {
        const chained = toReplayEntry(name, entry);
        // All streams begin at one offset of the channel: what lies before that is nothing that was missed.
        const isBehindGap = chained.previous > (this.#offsets.get(stream) ?? 0);
        this.#offsets.set(stream, chained.offset);
        return { ...chained, isBehindGap };
      });
    });
    if (entries.length > 0) this.#options.take(entries.sort((left, right) => left.offset - right.offset));
  }
}

/** The reply of XREAD: pairs in the second version of the protocol, a map in the third; nothing when time is up. */
function byStream(reply: unknown): readonly (readonly [string, readonly StreamEntry[]])[] {
  if (typeof reply !== "object" || reply === null) return [];
  const pairs = Array.isArray(reply) ? reply : reply instanceof Map ? [...reply] : Object.entries(reply);
  // Redis's own form.
  return pairs as (readonly [string, readonly StreamEntry[]])[];
}
