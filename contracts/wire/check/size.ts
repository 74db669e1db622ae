import type { Step } from "./check.js";
import { type Run, report, type Walk } from "./walk.js";

type Sign = ">=" | "<=" | "exactly ";

/** At least so many code points, items. */
export function min(bound: number): Step {
  return sizeStep(">=", bound);
}

/** At most so many code points, items. */
export function max(bound: number): Step {
  return sizeStep("<=", bound);
}

/** Exactly so many code points, items. */
export function length(bound: number): Step {
  return sizeStep("exactly ", bound);
}

function sizeStep(sign: Sign, bound: number): Step {
  const run: Run = (value, walk, says, start = 0) => {
    // Anything but null and undefined can be asked for a property. As in zod, what it gives is compared as it is.
    const units = (value as { length?: number } | null | undefined)?.length;
    if (units === undefined) return value;
    // Most values have no issue: then there is nothing to look for.
    if (walk.found.length > start && walk.found.some(({ goesOn }, at) => at >= start && goesOn === false))
      return value;
    const isText = typeof value === "string";
    // Counted only where the UTF-16 units leave it open.
    const size = isText && units >= bound && units <= 2 * bound + 1 ? countCodePoints(value) : units;
    if (sign === ">=" ? size >= bound : sign === "<=" ? size <= bound : size === bound) return value;
    const origin = isText ? "string to have" : Array.isArray(value) ? "array to have" : "unknown to be";
    const unit = isText ? " characters" : Array.isArray(value) ? " items" : "";
    reportBound(walk, says, sign === "<=" || size > bound, `${origin} ${sign}${bound}${unit}`);
    return value;
  };
  return Object.assign(run, { limit: sign === ">=" ? Infinity : bound });
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Reports a bound that is not kept; `expected` goes on: `number to be >=1`. */
export function reportBound(walk: Walk, says: string | undefined, isBig: boolean, expected: string): void {
  report(
    walk,
    says,
    isBig ? "too_big" : "too_small",
    `Too ${isBig ? "big" : "small"}: expected ${expected}`,
    true,
  );
}
