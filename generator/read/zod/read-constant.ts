import type { Json } from "../../model/index.js";

/** A value that stands in a contract: the same each time, or the author's code. */
export type Constant =
  | { readonly kind: "constant"; readonly value: Json }
  | { readonly kind: "computed" }
  | { readonly kind: "not_json"; readonly what: string };

/**
 * Finds out whether `produce` gives the same JSON each time. zod hides whether a default was a value or a
 * function, so it is asked twice, at two different times of the clock when the value is long enough to hold
 * one: a time stamp must not be frozen into generated code.
 */
export function readConstant(produce: () => unknown): Constant {
  try {
    const first = produce();
    const foreign = findForeign(first);
    if (foreign !== undefined) {
      return { kind: "not_json", what: foreign };
    }
    const text = JSON.stringify(first);
    if (text.length >= shortestTimeLength) {
      waitForTheClock();
    }
    // findForeign found nothing that is not JSON
    return JSON.stringify(produce()) === text
      ? { kind: "constant", value: first as Json }
      : { kind: "computed" };
  } catch {
    // The author's function needs what only a real payload has.
    return { kind: "computed" };
  }
}

/** Characters of the shortest text that a millisecond's time can have: `2026-01-01`. */
const shortestTimeLength = 10;

function waitForTheClock(): void {
  const start = Date.now();
  while (Date.now() === start) {
    // At most a millisecond.
  }
}

/** What in a value is no JSON, in words; undefined for JSON. */
export function findForeign(value: unknown): string | undefined {
  if (value === null || typeof value === "boolean" || typeof value === "string") {
    return undefined;
  }
  if (typeof value === "number") {
    return Number.isFinite(value) ? undefined : String(value);
  }
  if (Array.isArray(value)) {
    return value.map(findForeign).find((found) => found !== undefined);
  }
  if (typeof value !== "object") {
    return value === undefined ? "undefined" : `a ${typeof value}`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    const name: unknown = value.constructor?.name;
    return typeof name === "string" && name !== "" ? `a ${name}` : "a class instance";
  }
  return Object.values(value)
    .map(findForeign)
    .find((found) => found !== undefined);
}

/** The author's text for a failed check, where it does not depend on the payload. */
export function readMessage(error: ((issue: unknown) => unknown) | undefined): { readonly message?: string } {
  if (typeof error !== "function" || error.length > 0) {
    return {};
  }
  try {
    const result = error(undefined);
    const text =
      typeof result === "object" && result !== null && "message" in result ? result.message : result;
    return typeof text === "string" ? { message: text } : {};
  } catch {
    return {}; // Without a text zod's own stands.
  }
}
