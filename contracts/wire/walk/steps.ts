import { isAborted, type Run, report, type Walk } from "./walk.js";

/** One check of a schema. */
export interface Step {
  readonly run: Run;
  /** Set for a check of a length: it runs, as zod has it, on anything that has a length, wrong types too. */
  readonly limit?: number;
}

/** Runs the checks of a schema on a value whose own issues begin at `start`; gives back what they make of it. */
export function runSteps(steps: readonly Step[], value: unknown, walk: Walk, start: number): unknown {
  let result = value;
  let isStopped = walk.found.length > start && isAborted(walk.found, start);
  for (const { run, limit } of steps) {
    if (limit === undefined ? isStopped : !isMeasurable(result, walk, start)) continue;
    const before = walk.found.length;
    result = run(result, walk);
    if (!isStopped && walk.found.length > before) isStopped = isAborted(walk.found, before);
  }
  return result;
}

/** A check of a length. */
export function sizeStep(word: "min" | "max" | "length", bound: number, says: string | undefined): Step {
  const run: Run = (value, walk) => {
    const size = measure(value, bound);
    if (word === "min" ? size >= bound : word === "max" ? size <= bound : size === bound) return value;
    const isBig = word === "max" || (word === "length" && size > bound);
    const sign = word === "length" ? "exactly " : isBig ? "<=" : ">=";
    report(
      walk,
      isBig ? "too_big" : "too_small",
      says ?? sizeText(isBig, originOf(value), sign + bound),
      true,
    );
    return value;
  };
  return { run, limit: word === "min" ? Number.POSITIVE_INFINITY : bound };
}

/** zod's text for a bound that is not kept. */
export function sizeText(isBig: boolean, origin: string, bound: string): string {
  const unit = origin === "string" ? " characters" : origin === "array" ? " items" : "";
  return `Too ${isBig ? "big" : "small"}: expected ${origin} to ${unit ? "have" : "be"} ${bound}${unit}`;
}

function isMeasurable(value: unknown, walk: Walk, start: number): boolean {
  if (typeof value !== "string" && lengthOf(value) === undefined) return false;
  for (let index = start; index < walk.found.length; index++) {
    if (walk.found[index]?.goesOn === false) return false;
  }
  return true;
}

function lengthOf(value: unknown): unknown {
  // Anything but null and undefined can be asked for a property.
  const length = value === null || value === undefined ? undefined : (value as { length?: unknown }).length;
  // To compare an object or a symbol may throw.
  const isComparable = length === null || !(typeof length === "object" || typeof length === "symbol");
  return isComparable ? length : Number.NaN;
}

/** Length in code points, counted only where the UTF-16 units leave it open. */
function measure(value: unknown, bound: number): number {
  // As in zod, a length that is no number fails each comparison or is converted by it.
  const units = lengthOf(value) as number;
  if (typeof value !== "string" || units < bound || units > 2 * bound + 1) return units;
  let count = units;
  for (let index = 0; index < units - 1; index++) {
    if ((value.charCodeAt(index) & 0xfc00) === 0xd800 && (value.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      count--;
      index++;
    }
  }
  return count;
}

function originOf(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value === "string" ? "string" : "unknown";
}
