import type { NumberStep } from "../plan.js";
import { runSteps, type Step, sizeText } from "./steps.js";
import { type Run, report, reportType } from "./walk.js";

/** Runs a number's plan. */
export function runNumber(plan: readonly NumberStep[], isCoerced: boolean, says: string | undefined): Run {
  const steps = plan.map((step) => numberStep(step, says));
  return (input, walk) => {
    const value = isCoerced ? toNumber(input) : input;
    const start = walk.found.length;
    if (!Number.isFinite(value)) reportType(walk, says, "number", value);
    return runSteps(steps, value, walk, start);
  };
}

function numberStep(step: NumberStep, says: string | undefined): Step {
  switch (step[0]) {
    case "says":
      return numberStep(step[2], step[1]);
    case "multiple":
      return checking((value, fail) => {
        if (!isMultiple(value, step[1])) {
          fail("not_multiple_of", says ?? `Invalid number: must be a multiple of ${step[1]}`);
        }
      });
    case "int":
      return checking((value, fail) => {
        if (!Number.isInteger(value)) {
          fail("invalid_type", says ?? "Invalid input: expected int, received number", false);
        } else if (!Number.isSafeInteger(value)) {
          const limit = Number.MAX_SAFE_INTEGER;
          if (value > 0) fail("too_big", says ?? sizeText(true, "int", `<=${limit}`));
          else fail("too_small", says ?? sizeText(false, "int", `>=${-limit}`));
        } else checkRange(value, step[1], step[2], says, fail);
      });
    case "float":
      return checking((value, fail) => checkRange(value, step[1], step[2], says, fail));
    default: {
      const [sign, bound] = step;
      const isBig = sign[0] === "<";
      const passes = comparisons[sign];
      return checking((value, fail) => {
        if (!passes(value, bound)) {
          fail(isBig ? "too_big" : "too_small", says ?? sizeText(isBig, "number", sign + bound));
        }
      });
    }
  }
}

type Fail = (code: string, message: string, goesOn?: boolean) => void;

function checking(check: (value: number, fail: Fail) => void): Step {
  return {
    run: (value, walk) => {
      // Steps without a limit run on what passed the type check.
      check(value as number, (code, message, goesOn = true) => report(walk, code, message, goesOn));
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
  fail: Fail,
): void {
  if (least !== undefined && value < least)
    fail("too_small", says ?? sizeText(false, "number", `>=${least}`));
  if (most !== undefined && value > most) fail("too_big", says ?? sizeText(true, "number", `<=${most}`));
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
