/** Microseconds that one run of `work` takes, of as many as fit into the time. */
export function timePerRun(work: (index: number) => unknown, durationMs: number): number {
  const start = performance.now();
  const end = start + durationMs;
  let runs = 0;
  let batch = 1;
  let now = start;
  while (now < end) {
    for (const last = runs + batch; runs < last; runs++) keep(work(runs));
    now = performance.now();
    // A look at the clock costs as much as a small check: only one in a fiftieth of the time.
    const runsPerMs = runs / Math.max(now - start, 0.001);
    batch = Math.max(1, Math.floor((runsPerMs * durationMs) / 50));
  }
  return ((now - start) * 1_000) / runs;
}

let kept: unknown;

/** Lets nothing be left out as unused. */
function keep(value: unknown): void {
  if (value === kept) kept = undefined;
  else kept = value;
}
