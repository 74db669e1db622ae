import type { Check, Step } from "./check.js";
import { runSteps } from "./steps.js";
import { enter, reportType, runAt } from "./walk.js";

/** An array. One that is too long is refused before its items are looked at. */
export function array(item: Check, ...steps: readonly Step[]): Check {
  return (value, walk, says) => {
    const start = walk.found.length;
    if (!Array.isArray(value)) {
      return runSteps(steps, reportType(walk, says, "array", value), walk, says, start);
    }
    const cap = steps.find(({ limit }) => value.length > Number(limit));
    if (cap) {
      cap(value, walk, says, start);
      const issue = walk.found[start];
      if (issue) issue.goesOn = false;
      return value;
    }
    enter(walk);
    const output = item.passed?.(value, walk) ?? [];
    // By index: a hole is an item too.
    for (let index = output.length; index < value.length; index++)
      output.push(runAt(item, value[index], index, walk));
    walk.depth--;
    return runSteps(steps, output, walk, says, start);
  };
}
