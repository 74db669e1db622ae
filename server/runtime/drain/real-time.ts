/** Milliseconds of a clock that only moves forward. Taken now, as is `pause`: a test that stops the clock means to hold up no close. */
export const now: () => number = performance.now.bind(performance);

const later = setTimeout;

/** Settles after so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    later(resolve, ms);
  });
}
