/** How many entries may come in a second and, after a silence, at once. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Seconds that whoever is refused is sent away for at most. */
const longestWaitSeconds = 60;

/**
 * Tells whether one more entry is within a rate: two numbers and a clock, and a third by which those that are refused are told
 * to come back one after the other, not all at once.
 */
export class TokenBucket {
  #tokens = Number.POSITIVE_INFINITY;
  #atMs = 0;
  /** Tokens that were promised to entries that are to come again. */
  #promised = 0;

  /**
   * Takes a token.
   *
   * @returns 0, or where there is none the milliseconds after which there is one.
   */
  take(rate: Rate, nowMs: number): number {
    if (this.hasToken(rate, nowMs)) {
      this.#tokens--;
      return 0;
    }
    const { perSecond } = rate;
    this.#promised = Math.min(this.#promised + 1, perSecond * longestWaitSeconds);
    return Math.ceil(((this.#promised - this.#tokens) / perSecond) * 1_000);
  }

  /** Whether the next one is within the rate. */
  hasToken({ perSecond, burst }: Rate, nowMs: number): boolean {
    const gained = ((nowMs - this.#atMs) / 1_000) * perSecond;
    this.#atMs = nowMs;
    this.#tokens = Math.min(this.#tokens + gained, burst);
    this.#promised = Math.max(this.#promised - gained, 0);
    return this.#tokens >= 1;
  }
}
