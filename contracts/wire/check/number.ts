import type { Check, Step } from "./check.js";
import { reportBound } from "./size.js";
import { runSteps } from "./steps.js";
import { report, reportType, type Walk } from "./walk.js";

/** A finite number. */
export function number(...steps: readonly Step[]): Check {
  return (value, walk, says) =>
    Number.isFinite(value)
      ? runSteps(steps, value, walk, says, walk.found.length)
      : reportType(walk, says, "number", value);
}

/** Greater than a bound. */
export function gt(bound: number): Step {
  return comparing((value) => value > bound, false, `>${bound}`);
}

/** Greater than a bound, or equal to it. */
export function gte(bound: number): Step {
  return comparing((value) => value >= bound, false, `>=${bound}`);
}

/** Less than a bound. */
export function lt(bound: number): Step {
  return comparing((value) => value < bound, true, `<${bound}`);
}

/** Less than a bound, or equal to it. */
export function lte(bound: number): Step {
  return comparing((value) => value <= bound, true, `<=${bound}`);
}

function comparing(test: (value: number) => boolean, isUpper: boolean, bound: string): Step {
  return checking((value, walk, says) => {
    if (!test(value)) reportBound(walk, says, isUpper, `number to be ${bound}`);
  });
}

/** A multiple, within zod's tolerance: dividing rounds, so 2.03 / 0.07 is not quite 29. */
export function multipleOf(divisor: number): Step {
  return checking((value, walk, says) => {
    const ratio = value / divisor;
    if (!(Math.abs(ratio - Math.round(ratio)) < 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1))) {
      report(walk, says, "not_multiple_of", `Invalid number: must be a multiple of ${divisor}`, true);
    }
  });
}

/** An integer that a number holds exactly. */
export const int: Step = (value, walk, says) => {
  if (!Number.isInteger(value)) {
    reportType(walk, says, "int", value, false);
  } else if (!Number.isSafeInteger(value)) {
    const isBig = Number(value) > 0;
    const bound = Number.MAX_SAFE_INTEGER;
    reportBound(walk, says, isBig, `int to be ${isBig ? "<=" : ">=-"}${bound}`);
  }
  return value;
};

/** An integer of a range, both ends within it. */
export function intWithin(least: number, most: number): Step {
  return checking((value, walk, says) => {
    int(value, walk, says);
    if (Number.isSafeInteger(value)) checkRange(value, least, most, walk, says);
  });
}

/** A number of a range, both ends within it. */
export function within(least: number, most: number): Step {
  return checking((value, walk, says) => checkRange(value, least, most, walk, says));
}

function checkRange(value: number, least: number, most: number, walk: Walk, says: string | undefined): void {
  if (value < least) reportBound(walk, says, false, `number to be >=${least}`);
  if (value > most) reportBound(walk, says, true, `number to be <=${most}`);
}

function checking(check: (value: number, walk: Walk, says: string | undefined) => void): Step {
  return (value, walk, says) => {
    // Steps run on what passed the type check.
    check(value as number, walk, says);
    return value;
  };
}
