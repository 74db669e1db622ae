import type { NumberStep } from "../plan.js";
import { runSteps, type Step, sizeText } from "./steps.js";
import { type Run, report, reportType, type Walk } from "./walk.js";

/** Runs a number's plan. */
export function runNumber(plan: readonly NumberStep[], isCoerced: boolean, says: string | undefined): Run {
  const steps = plan.map((step) => numberStep(step, says));
  return (input, walk) => {
    const value = isCoerced ? toNumber(input) : input;
    if (!Number.isFinite(value)) return reportType(walk, says, "number", value);
    return steps.length === 0 ? value : runSteps(steps, value, walk, walk.found.length);
  };
}

function numberStep(step: NumberStep, says: string | undefined): Step {
  switch (step[0]) {
    case "says":
      return numberStep(step[2], step[1]);
    case "multiple":
      return checking((value, walk) => {
        if (!isMultiple(value, step[1])) {
          report(walk, "not_multiple_of", says ?? `Invalid number: must be a multiple of ${step[1]}`, true);
        }
      });
    case "int":
      return checking((value, walk) => {
        if (!Number.isInteger(value)) {
          report(walk, "invalid_type", says ?? "Invalid input: expected int, received number", false);
        } else if (!Number.isSafeInteger(value)) {
          reportBound(walk, says, value > 0, "int", Number.MAX_SAFE_INTEGER * Math.sign(value));
        } else checkRange(value, step[1], step[2], says, walk);
      });
    case "float":
      return checking((value, walk) => checkRange(value, step[1], step[2], says, walk));
    default: {
      const [sign, bound] = step;
      const passes = comparisons[sign];
      return checking((value, walk) => {
        if (!passes(value, bound)) reportBound(walk, says, sign[0] === "<", "number", bound, sign);
      });
    }
  }
}

function checking(check: (value: number, walk: Walk) => void): Step {
  return {
    run: (value, walk) => {
      // Steps without a limit run on what passed the type check.
      check(value as number, walk);
      return value;
    },
  };
}

const comparisons = {
  ">": (value: number, bound: number) => value > bound,
  ">=": (value: number, bound: number) => value >= bound,
  "<": (value: number, bound: number) => value < bound,
  "<=": (value: number, bound: number) => value <= bound,
};

function checkRange(
  value: number,
  least: number | undefined,
  most: number | undefined,
  says: string | undefined,
  walk: Walk,
): void {
  if (least !== undefined && value < least) reportBound(walk, says, false, "number", least);
  if (most !== undefined && value > most) reportBound(walk, says, true, "number", most);
}

function reportBound(
  walk: Walk,
  says: string | undefined,
  isBig: boolean,
  origin: string,
  bound: number,
  sign: string = isBig ? "<=" : ">=",
): void {
  report(walk, isBig ? "too_big" : "too_small", says ?? sizeText(isBig, origin, sign + bound), true);
}

/** zod's tolerance: dividing rounds, so 2.03 / 0.07 is not quite 29. */
function isMultiple(value: number, divisor: number): boolean {
  const ratio = value / divisor;
  return Math.abs(ratio - Math.round(ratio)) < 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
}

function toNumber(value: unknown): unknown {
  try {
    return Number(value);
  } catch {
    // What has no number stays what it is, and fails the type check.
    return value;
  }
}
