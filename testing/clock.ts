import { PairError } from "./pair-error.js";
import { now, pause, turn } from "./real-time.js";

/** How far a faked clock is moved at a time, in milliseconds. */
const stepMs = 10;
/** Turns of the event loop without a byte on the way after which traffic has come to rest. */
const quietTurns = 4;
/** Real milliseconds after which traffic that does not come to rest is a fault. */
const settleMs = 5_000;

/** What is on its way between a server and its clients. */
export interface Traffic {
  /** Pieces that were ever sent. */
  sent: number;
  /** Pieces that have not arrived. */
  inTransit: number;
  /** Those of them that wait for the clock. */
  delayed: number;
}

/** Waits in the time of the test: real, or faked and then moved by whoever waits. */
export class Clock {
  readonly #advance: ((ms: number) => unknown) | undefined;
  readonly #traffic: Traffic;

  constructor(traffic: Traffic, advance: ((ms: number) => unknown) | undefined) {
    this.#traffic = traffic;
    this.#advance = advance;
  }

  /** Settles once nothing is on its way and nothing follows from what came. */
  async settle(): Promise<void> {
    const endsAt = now() + settleMs;
    for (let quiet = 0; quiet < quietTurns; ) {
      const { sent } = this.#traffic;
      await turn();
      if (this.#traffic.delayed > 0) await this.#pass(1);
      quiet = this.#traffic.sent === sent && this.#traffic.inTransit === 0 ? quiet + 1 : 0;
      if (now() > endsAt) {
        throw new PairError(
          "WP_NOT_SETTLED",
          `What travels did not come to rest within ${settleMs} ms. ${fakedClockHint}`,
        );
      }
    }
  }

  /** Whether `isTrue` came true within `timeoutMs`. */
  async waitUntil(isTrue: () => boolean, timeoutMs: number): Promise<boolean> {
    if (this.#advance === undefined) {
      const endsAt = now() + timeoutMs;
      for (let turns = 0; !isTrue(); turns++) {
        if (now() >= endsAt) return false;
        await (turns < 100 ? turn() : pause(1));
      }
      return true;
    }
    for (let leftMs = timeoutMs; ; leftMs -= stepMs) {
      await this.settle();
      if (isTrue()) return true;
      if (leftMs <= 0) return false;
      await this.#pass(Math.min(stepMs, leftMs));
    }
  }

  async #pass(ms: number): Promise<void> {
    if (this.#advance === undefined) await pause(ms);
    else await this.#advance(ms);
  }
}

/** What most often is wrong where a wait ends without a result. */
export const fakedClockHint = "If the test fakes its timers, pass `advanceTimers` to `socketPair`.";
