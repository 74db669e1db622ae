import type { FastifyBaseLogger } from "fastify";

/** Milliseconds between two lines of the log about what was rejected. */
const quietMs = 60_000;

/** What counts as a broadcast's payload on one namespace; undefined for what may pass, else why it may not. */
export type BroadcastCheck = (name: string, values: readonly unknown[]) => string | undefined;

/**
 * Stands between an adapter and what other processes say: input like any other, for whoever gets to the bus can write on it.
 * What is rejected is counted, reaches nobody, and is logged once a minute at most.
 */
export class BusGuard {
  /** How many messages were rejected. */
  rejected = 0;
  /** Checks what is broadcast to clients of this process; there where the namespace is a channel's. */
  checkBroadcast: BroadcastCheck | undefined;
  readonly #log: FastifyBaseLogger;
  #loggedAtMs = Number.NEGATIVE_INFINITY;

  constructor(log: FastifyBaseLogger) {
    this.#log = log;
  }

  /** Runs what takes a message; whatever it throws is the message's fault. */
  take(run: () => unknown): void {
    try {
      const outcome = run();
      if (outcome instanceof Promise) outcome.catch((error: unknown) => this.reject(error));
    } catch (error) {
      this.reject(error);
    }
  }

  /** Counts a message that goes no further. */
  reject(why: unknown): void {
    this.rejected += 1;
    const now = Date.now();
    if (now - this.#loggedAtMs < quietMs) return;
    this.#loggedAtMs = now;
    const reason = why instanceof Error ? why.message : String(why);
    this.#log.warn({ reason, rejected: this.rejected }, "a message of another process was rejected");
  }

  /** Tells of what other processes fail to do. */
  warn(fields: object, message: string): void {
    this.#log.warn(fields, message);
  }
}

/** Why a message of another process is rejected. */
export class BadMessage extends Error {}
