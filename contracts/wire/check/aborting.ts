import type { Step } from "./check.js";
import type { Run } from "./walk.js";

/** A step behind which no other runs once it has failed: zod's `abort`. */
export function aborting(step: Step): Step {
  const run: Run = (value, walk, says, start) => {
    const before = walk.found.length;
    const result = step(value, walk, says, start);
    for (const issue of walk.found.slice(before)) issue.goesOn = false;
    return result;
  };
  return Object.assign(run, step);
}
