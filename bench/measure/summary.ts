/** What several rounds found: the middle one, and the quartiles beside it. */
export interface Summary {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Sums rounds up; at least one is needed. */
export function summarise(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** Each round against the same round of another subject. */
export function ratios(samples: readonly number[], base: readonly number[]): Summary {
  return summarise(samples.map((sample, round) => sample / (base[round] ?? Number.NaN)));
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError("No rounds to sum up.");
  return below + (above - below) * (place - Math.floor(place));
}
