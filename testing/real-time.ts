// Taken when the module is loaded, before a test fakes them: what waits for the network has to see real turns of the event
// loop, whatever the clock of the test says.
const { setImmediate, setTimeout } = globalThis;

/** Node's own, whatever a test has put in its place. */
export const { nextTick } = process;

/** Real milliseconds since some moment. */
export const now = performance.now.bind(performance);

/** One turn of the event loop. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
