import { anything } from "./anything.js";
import type { Check } from "./check.js";
import { reportUndeclared } from "./object.js";
import { enter, prefix, report, reportType, runApart, runAt, type Walk } from "./walk.js";

type Keyed = Record<PropertyKey, unknown>;

/** What happens to a key that its schema does not take: it is an issue of its own, refused with others, or kept. */
export type OtherKeys = "refused" | "kept";

/** A record. */
export function record(key: Check, value: Check, others?: OtherKeys): Check {
  return recordNode((input, output, walk, says) => {
    const unknown: string[] = [];
    for (const name of keysOf(input, walk)) {
      const { found, value: outName } = runKey(key, name, walk);
      // A key that passed is text or a number, whatever its schema made of it.
      if (found.length === 0) runValue(value, input, name, outName as PropertyKey, output, walk);
      else if (others === "kept") runValue(anything, input, name, name, output, walk);
      else if (others) unknown.push(String(name));
      else {
        report(walk, says, "invalid_key", "Invalid key in record");
        prefix(walk, walk.found.length - 1, textOf(name));
      }
    }
    if (unknown.length > 0) reportUndeclared(walk, says, unknown);
  });
}

/** A record whose keys are known: each has to be there, and others are refused or kept. */
export function exhaustive(names: readonly (string | number)[], value: Check, others: OtherKeys): Check {
  return recordNode((input, output, walk, says) => {
    const unknown: string[] = [];
    for (const name of names) runValue(value, input, name, name, output, walk);
    const declared = new Set(names.map(String));
    for (const name in input) {
      if (declared.has(name)) continue;
      if (others === "refused") unknown.push(name);
      else runValue(anything, input, name, name, output, walk);
    }
    if (unknown.length > 0) reportUndeclared(walk, says, unknown);
  });
}

function recordNode(
  fill: (input: Keyed, output: Keyed, walk: Walk, says: string | undefined) => void,
): Check {
  return (input, walk, says) => {
    if (!isPlainObject(input)) return reportType(walk, says, "record", input);
    enter(walk);
    const output: Keyed = {};
    fill(input, output, walk, says);
    walk.depth--;
    return output;
  };
}

/** The keys that are read; of a value to be written, those that travel. */
function keysOf(input: Keyed, walk: Walk): readonly PropertyKey[] {
  const isRead = Object.prototype.propertyIsEnumerable;
  return Reflect.ownKeys(input).filter(
    (key) =>
      key !== "__proto__" &&
      isRead.call(input, key) &&
      !(walk.isWriting && (typeof key === "symbol" || input[key] === undefined)),
  );
}

/** A key schema of numbers sees text that is a number as the number. */
function runKey(key: Check, name: PropertyKey, walk: Walk): ReturnType<typeof runApart> {
  const asIs = runApart(key, name, walk);
  if (asIs.found.length === 0 || typeof name !== "string" || !/^-?\d+(?:\.\d+)?$/.test(name)) return asIs;
  const asNumber = runApart(key, Number(name), walk);
  return asNumber.found.length === 0 ? asNumber : asIs;
}

function runValue(
  node: Check,
  input: Keyed,
  name: PropertyKey,
  outName: PropertyKey,
  output: Keyed,
  walk: Walk,
): void {
  if (outName === "__proto__") return;
  const result = runAt(node, input[name], textOf(name), walk);
  if (result !== undefined || !walk.isWriting) output[outName] = result;
}

function textOf(name: PropertyKey): string | number {
  return typeof name === "symbol" ? String(name) : name;
}

/** zod's notion of a plain object: any that its own class does not claim. */
export function isPlainObject(value: unknown): value is Record<PropertyKey, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { constructor: made } = value;
  if (typeof made !== "function") return true;
  const { prototype } = made;
  return (
    typeof prototype === "object" &&
    prototype !== null &&
    !Array.isArray(prototype) &&
    Object.hasOwn(prototype, "isPrototypeOf")
  );
}
