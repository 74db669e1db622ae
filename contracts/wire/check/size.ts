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
    if (!isMeasurable(value, walk, start)) return value;
    let isKept = false;
    let isBig = sign === "<=";
    try {
      const size = measure(value, bound);
      isBig ||= size > bound;
      isKept = sign === ">=" ? size >= bound : sign === "<=" ? size <= bound : size === bound;
    } catch {
      // A length that is a symbol or an odd object cannot be compared.
    }
    if (!isKept) {
      const [origin, unit] = Array.isArray(value)
        ? ["array to have", " items"]
        : typeof value === "string"
          ? ["string to have", " characters"]
          : ["unknown to be", ""];
      reportBound(walk, says, isBig, `${origin} ${sign}${bound}${unit}`);
    }
    return value;
  };
  return Object.assign(run, { limit: sign === ">=" ? Number.NaN : bound });
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

function isMeasurable(value: unknown, walk: Walk, start: number): boolean {
  if (lengthOf(value) === undefined) return false;
  for (let index = start; index < walk.found.length; index++) {
    if (walk.found[index]?.goesOn === false) return false;
  }
  return true;
}

/** As in zod, a length that is no number fails each comparison or is converted by it. */
function lengthOf(value: unknown): number | undefined {
  // Anything but null and undefined can be asked for a property.
  return (value as { length?: number } | null | undefined)?.length;
}

/** Length in code points, counted only where the UTF-16 units leave it open. */
function measure(value: unknown, bound: number): number {
  // There is one; zod compares `null` as it is.
  const units = lengthOf(value) as number;
  if (typeof value !== "string" || units < bound || units > 2 * bound + 1) return units;
  let count = 0;
  for (const _ of value) count++;
  return count;
}
