/** Ticks with a single entry after which the next one is taken for the only one of its tick. */
const loneTicks = 8;

/**
 * Tells who sends one thing at a time from who sends many: what is likely to be alone leaves at once, and waits for the
 * end of its tick only where there is company to expect.
 */
export class Pace {
  #ofTick = 0;
  #loneTicks = 0;

  /** Something more is to leave; true for the first of a tick, at whose end {@link endTick} has to be called. */
  step(): boolean {
    return this.#ofTick++ === 0;
  }

  /** Whether the first of this tick will not have company. */
  get isLone(): boolean {
    return this.#loneTicks >= loneTicks;
  }

  endTick(): void {
    this.#loneTicks = this.#ofTick < 2 ? this.#loneTicks + 1 : 0;
    this.#ofTick = 0;
  }
}
