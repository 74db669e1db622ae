/** Takes one sample of one subject. */
export type Sampler<Sample> = () => Sample | Promise<Sample>;

/** Samples of every subject, one for each round. */
export type Samples<Sample> = Readonly<Record<string, readonly Sample[]>>;

/**
 * Samples of every subject, by its name, one of each in a round. Each round begins with another subject, so that
 * none always follows the same one.
 */
export async function interleave<Sample>(
  subjects: Readonly<Record<string, Sampler<Sample>>>,
  options: { readonly rounds: number; readonly warmUpRounds: number },
): Promise<Samples<Sample>> {
  const entries = Object.entries(subjects);
  const samples = Object.fromEntries(entries.map(([name]) => [name, [] as Sample[]]));
  for (let round = 0; round < options.rounds + options.warmUpRounds; round++) {
    for (let turn = 0; turn < entries.length; turn++) {
      const entry = entries[(turn + round) % entries.length];
      if (entry === undefined) continue;
      const [name, take] = entry;
      const sample = await take();
      if (round >= options.warmUpRounds) samples[name]?.push(sample);
    }
  }
  return samples;
}

/** The samples of `name`; throws for a subject that was not there. */
export function samplesOf<Sample>(samples: Samples<Sample>, name: string): readonly Sample[] {
  const found = samples[name];
  if (found === undefined) throw new RangeError(`No samples of \`${name}\`.`);
  return found;
}
