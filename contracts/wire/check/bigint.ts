import { decodeBigint, encodeBigint, maxBigintDigits } from "../straight/bigints.js";
import type { Check, Step } from "./check.js";
import { reportBound } from "./size.js";
import { runSteps } from "./steps.js";
import { report, reportType } from "./walk.js";

/** A bigint, which travels as decimal text of at most 1,000 digits. */
export function bigint(...steps: readonly Step[]): Check {
  return (value, walk, says) => {
    const given = walk.isWriting || typeof value === "bigint" ? value : decodeBigint(value);
    if (typeof given !== "bigint") return reportType(walk, says, "bigint", value);
    const result = runSteps(steps, given, walk, says, walk.found.length);
    if (!walk.isWriting) return result;
    const text = encodeBigint(given);
    if (text === undefined) {
      report(
        walk,
        undefined,
        "not_encodable",
        `A bigint of more than ${maxBigintDigits} digits does not travel`,
      );
    }
    return text;
  };
}

/** What `BigInt` makes a bigint of: for {@link coerced}. Long text is left alone, since its conversion takes long. */
export function toBigint(value: unknown): unknown {
  const isLong = typeof value === "string" && value.length > maxBigintDigits + 1;
  // As zod has it: the function sees for itself.
  return isLong ? value : BigInt(value as string);
}

/** A multiple of a bigint. */
export function bigintMultipleOf(divisor: bigint): Step {
  return (value, walk, says) => {
    // Steps run on what passed the type check.
    if ((value as bigint) % divisor !== 0n) {
      report(walk, says, "not_multiple_of", `Invalid number: must be a multiple of ${divisor}`, true);
    }
    return value;
  };
}

/** A bigint of a range, both ends within it. */
export function bigintWithin(least: bigint, most: bigint): Step {
  return (value, walk, says) => {
    // As above.
    if ((value as bigint) < least) reportBound(walk, says, false, `bigint to be >=${least}`);
    if ((value as bigint) > most) reportBound(walk, says, true, `bigint to be <=${most}`);
    return value;
  };
}
