import type { Check, Step } from "./check.js";
import { reportBound } from "./size.js";
import { runSteps } from "./steps.js";
import { report, reportType, type Walk } from "./walk.js";

/** A finite number. */
export function number(...steps: readonly Step[]): Check {
  return (input, walk, says) => {
    // JSON has no -0: it travels as text, unless an option of a union is told by its form.
    const hasText = !walk.isGuessed;
    const value = hasText && !walk.isWriting && input === "-0" ? -0 : input;
    if (!Number.isFinite(value)) return reportType(walk, says, "number", value);
    const result = runSteps(steps, value, walk, says, walk.found.length);
    return hasText && walk.isWriting && Object.is(result, -0) ? "-0" : result;
  };
}

/** What numbers, bigints and dates are compared with; dates by their milliseconds since 1970. */
type Bound = number | bigint;

/** Greater than a bound. */
export function gt(bound: Bound): Step {
  return comparing((value) => value > bound, false, `>${bound}`);
}

/** Greater than a bound, or equal to it. */
export function gte(bound: Bound): Step {
  return comparing((value) => value >= bound, false, `>=${bound}`);
}

/** Less than a bound. */
export function lt(bound: Bound): Step {
  return comparing((value) => value < bound, true, `<${bound}`);
}

/** Less than a bound, or equal to it. */
export function lte(bound: Bound): Step {
  return comparing((value) => value <= bound, true, `<=${bound}`);
}

function comparing(test: (value: number) => boolean, isUpper: boolean, bound: string): Step {
  return checking((value, walk, says) => {
    const type = typeof value;
    // The only object that is compared is a date.
    if (!test(value)) reportBound(walk, says, isUpper, `${type === "object" ? "date" : type} to be ${bound}`);
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
