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
  let isStopped = isAborted(walk.found, start);
  for (const step of steps) {
    if (isStopped && step.limit === undefined) continue;
    const before = walk.found.length;
    result = step(result, walk, says, start);
    isStopped ||= isAborted(walk.found, before);
  }
  return result;
}
