import type { Step } from "./check.js";
import { isAborted, type Walk } from "./walk.js";

/** Runs the checks of a schema on a value whose own issues begin at `start`; gives back what they make of it. */
export function runSteps(
  steps: readonly Step[],
  value: unknown,
  walk: Walk,
  says: string | undefined,
  start: number,
): unknown {
  let result = value;
  for (const step of steps) {
    // Most values have no issue: then there is nothing to look for.
    const isStopped = walk.found.length > start && isAborted(walk.found, start);
    if (step.limit !== undefined || !isStopped) result = step(result, walk, says, start);
  }
  return result;
}
