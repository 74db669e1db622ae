import type { Check } from "./check.js";
import { enter, report, runAt, type Walk } from "./walk.js";

/** Anything, as it is. What is written has to be JSON, or it would reach its reader as something else. */
export const anything: Check = (value, walk) => {
  if (walk.isWriting) look(value, walk, false);
  return value;
};

/** Reports what JSON does not carry. A value that holds itself is nested too deep. */
function look(value: unknown, walk: Walk, isItem: boolean): void {
  const foreign = describeForeign(value, isItem);
  if (foreign !== undefined) {
    report(walk, undefined, "not_encodable", `JSON does not carry ${foreign}`);
  } else if (typeof value === "object" && value !== null) {
    enter(walk);
    const isArray = Array.isArray(value);
    // By index in an array: its holes count too.
    for (const key of isArray ? value.keys() : Object.keys(value)) {
      runAt((item) => look(item, walk, isArray), Reflect.get(value, key), key, walk);
    }
    walk.depth--;
  }
}

/** What JSON does not carry of a value, its parts aside. */
export function describeForeign(value: unknown, isItem: boolean): string | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : `${value}`;
    case "object":
      return value === null || Array.isArray(value) || isLiteral(value)
        ? undefined
        : "an instance of a class";
    case "undefined":
      // Under a key it is as good as absent; an array has to put something there.
      return isItem ? "undefined within an array" : undefined;
    default:
      return `a ${typeof value}`;
  }
}

/** An object literal of this realm or another one, without a `toJSON` of its own. */
function isLiteral(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  return isPlain && typeof Reflect.get(value, "toJSON") !== "function";
}
