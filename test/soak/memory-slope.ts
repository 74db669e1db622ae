export interface MemorySample {
  /** Since the process began. */
  readonly atMs: number;
  readonly bytes: number;
}

/** What a process takes until its code is compiled and its clients are there, or half of its life where that is shorter. */
const warmUpMs = 60_000;
/** Fewer say nothing. */
const leastSamples = 10;

/** kB per minute by least squares, from the samples after the warm-up; undefined where there are too few. */
export function memorySlope(samples: readonly MemorySample[]): number | undefined {
  const end = samples.at(-1)?.atMs ?? 0;
  const counted = samples.filter(({ atMs }) => atMs >= Math.min(warmUpMs, end / 2));
  if (counted.length < leastSamples) return undefined;
  const mean = (of: (sample: MemorySample) => number) =>
    counted.reduce((sum, sample) => sum + of(sample), 0) / counted.length;
  const minutes = mean(({ atMs }) => atMs / 60_000);
  const kB = mean(({ bytes }) => bytes / 1_000);
  const covariance = mean(({ atMs, bytes }) => (atMs / 60_000 - minutes) * (bytes / 1_000 - kB));
  return covariance / mean(({ atMs }) => (atMs / 60_000 - minutes) ** 2);
}
