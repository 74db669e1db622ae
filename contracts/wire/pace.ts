/** Ticks with a single entry after which the next one is taken for the only one of its tick. */
const enoughLoneTicks = 8;

/**
 * Tells who sends one thing at a time from who sends many: what is likely to be alone leaves at once, and waits for the
 * end of its tick only where there is company to expect.
 */
export interface Pace {
  /** Something more is to leave; true for the first of a tick, at whose end `endTick` has to be called. */
  step(): boolean;
  /** Whether the first of this tick will not have company. */
  isLone(): boolean;
  endTick(): void;
}

/** Makes the pace of one sender. */
export function newPace(): Pace {
  let ofTick = 0;
  let loneTicks = 0;
  return {
    step: () => ofTick++ === 0,
    isLone: () => loneTicks >= enoughLoneTicks,
    endTick() {
      loneTicks = ofTick < 2 ? loneTicks + 1 : 0;
      ofTick = 0;
    },
  };
}
