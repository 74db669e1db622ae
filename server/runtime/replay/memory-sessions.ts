import type { ReplaySession } from "./replay-store.js";

/** Most sessions that are remembered; of more, those that were saved longest ago are forgotten. */
const maxSessions = 100_000;

/** Sessions of clients that are there, and of those that may return. */
export class MemorySessions {
  readonly #keepMs: number;
  /** Those that were saved last stand last. */
  readonly #sessions = new Map<string, { readonly session: ReplaySession; readonly atMs: number }>();

  constructor(keepMs: number) {
    this.#keepMs = keepMs;
  }

  save(token: string, session: ReplaySession): void {
    this.#sessions.delete(token);
    this.#sessions.set(token, { session, atMs: performance.now() });
    this.#forget();
  }

  load(token: string): ReplaySession | undefined {
    this.#forget();
    return this.#sessions.get(token)?.session;
  }

  drop(token: string): void {
    this.#sessions.delete(token);
  }

  #forget(): void {
    const oldestMs = performance.now() - this.#keepMs;
    for (const [token, { atMs }] of this.#sessions) {
      if (atMs >= oldestMs && this.#sessions.size <= maxSessions) return;
      this.#sessions.delete(token);
    }
  }
}
