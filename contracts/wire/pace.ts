/** Ticks with a single entry after which the next one is taken for the only one of its tick. */
const enoughLoneTicks = 8;
/** Of how many ticks of such a sender one is watched to its end. */
const watchedOf = 16;

/** Node's `queueMicrotask` costs three times as much: it makes a resource for async hooks each time. */
const settled = /* @__PURE__ */ Promise.resolve();

/**
 * Tells who sends one thing at a time from who sends many: what is likely to be alone leaves at once, and waits for the
 * end of its tick only where there is company to expect. The end of a tick is not free: in Node, whoever asks for it keeps
 * the event loop from taking in all that is there at once. So who sends one thing at a time is watched now and then.
 */
export interface Pace {
  /** Something more is to leave; true where `endTick` has to be called at the end of this tick. */
  step(): boolean;
  /** Whether the last one will not have company. */
  isLone(): boolean;
  endTick(): void;
}

/** Makes the pace of one sender. */
export function newPace(): Pace {
  /** Entries of this tick or, where nobody watches, of this job. */
  let together = 0;
  let loneTicks = 0;
  let isWatched = false;
  const isLone = () => together === 1 && loneTicks >= enoughLoneTicks;
  const endJob = () => {
    if (!isWatched) together = 0;
  };
  return {
    isLone,
    step() {
      together++;
      if (isWatched) return false;
      isWatched = !isLone() || ++loneTicks % watchedOf === 0;
      if (!isWatched) settled.then(endJob);
      return isWatched;
    },
    endTick() {
      loneTicks = together < 2 ? loneTicks + 1 : 0;
      together = 0;
      isWatched = false;
    },
  };
}
