import type { Place, Problem } from "../model/index.js";

/** Problems by file, line, column and code, each once; those without a place come first. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  // Two stages, or two uses of one schema, may have found the same.
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].sort(
    (left, right) => comparePlaces(left.place, right.place) || compareText(left.code, right.code),
  );
}

/**
 * Problems without the compiler's errors at places that another problem speaks of: one mistake, and its own
 * problem says more of it.
 */
export function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  const known = new Set(
    problems
      .filter(({ code }) => code !== "WP1001")
      .flatMap(({ place, echoedAt }) => [JSON.stringify(place), JSON.stringify(echoedAt)]),
  );
  return problems.filter(
    ({ code, place }) => code !== "WP1001" || place === undefined || !known.has(JSON.stringify(place)),
  );
}

/** By file, line and column; what has no place comes first. */
export function comparePlaces(left: Place | undefined, right: Place | undefined): number {
  if (left === undefined || right === undefined) {
    return Number(left !== undefined) - Number(right !== undefined);
  }
  return compareText(left.file, right.file) || left.line - right.line || left.column - right.column;
}

// By code units: a locale's order would differ from machine to machine.
function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
