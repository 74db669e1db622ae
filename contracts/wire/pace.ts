/** Ticks with a single entry after which the next one is taken for the only one of its tick. */
const enoughLoneTicks = 8;
/** Entries of such a sender between two ticks at whose end it is looked whether they still are alone. */
const maxUnwatched = 16;

// What every JavaScript runtime has; this folder knows the types of none.
declare function queueMicrotask(callback: () => void): void;

/**
 * Tells who sends one thing at a time from who sends many: what is likely to be alone leaves at once, and waits for the
 * end of its tick only where there is company to expect. The end of a tick is not free: in Node, whoever asks for it keeps
 * the event loop from taking in all that is there at once. So who sends one thing at a time is looked at now and then.
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
  let ofTick = 0;
  let loneTicks = 0;
  let isWatched = false;
  let unwatched = 0;
  const endJob = () => {
    if (!isWatched) ofTick = 0;
  };
  const isLone = () => ofTick === 1 && loneTicks >= enoughLoneTicks;
  return {
    isLone,
    step() {
      ofTick++;
      if (isWatched) return false;
      if (isLone() && ++unwatched < maxUnwatched) {
        queueMicrotask(endJob);
        return false;
      }
      isWatched = true;
      unwatched = 0;
      return true;
    },
    endTick() {
      loneTicks = ofTick < 2 ? loneTicks + 1 : 0;
      ofTick = 0;
      isWatched = false;
    },
  };
}
