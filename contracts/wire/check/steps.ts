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
    if (step.limit !== undefined || !isAborted(walk.found, start)) result = step(result, walk, says, start);
  }
  return result;
}
