/** Notes of a member's docs as one text; undefined where there are none. */
export function joinNotes(...texts: readonly (string | undefined)[]): string | undefined {
  const given = texts.filter((text) => text !== undefined);
  return given.length === 0 ? undefined : given.join(" ");
}
