/** What tells the payloads of an event apart of which only the latest counts: equal keys, equal text. */
export function latestKey(latest: true | string, payload: unknown): string {
  // The field is one of an object's: the generator has seen to it.
  return latest === true ? "" : JSON.stringify((payload as Readonly<Record<string, unknown>>)[latest]);
}
