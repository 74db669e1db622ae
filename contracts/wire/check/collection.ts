import type { Check, Step } from "./check.js";
import { reportBound } from "./size.js";
import { runSteps } from "./steps.js";
import { enter, prefix, type Run, report, reportType, runApart } from "./walk.js";

/** A Map, which travels as an array of `[key, value]`. */
export function map(key: Check, value: Check, ...steps: readonly Step[]): Check {
  const make = (entries: unknown[]) => new Map(entries as [unknown, unknown][]);
  return collection("map", Map, make, steps, (entry, walk) => {
    if (!Array.isArray(entry) || entry.length !== 2) {
      report(walk, undefined, "invalid_element", "Invalid entry in map");
      return entry;
    }
    const ofKey = runApart(key, entry[0], walk);
    const ofValue = runApart(value, entry[1], walk);
    for (const [code, { found }] of [
      ["invalid_key", ofKey],
      ["invalid_element", ofValue],
    ] as const) {
      if (found.length === 0) continue;
      const start = walk.found.length;
      const name: unknown = entry[0];
      if (typeof name === "string" || typeof name === "number") {
        walk.found.push(...found);
        prefix(walk, start, name);
      } else report(walk, undefined, code, `Invalid ${code === "invalid_key" ? "key" : "value"} in map`);
    }
    return [ofKey.value, ofValue.value];
  });
}

/** A Set, which travels as an array. */
export function set(item: Check, ...steps: readonly Step[]): Check {
  return collection("set", Set, (items) => new Set(items), steps, item);
}

/** One that is too large is refused before its members are looked at; a reader refuses one that comes twice. */
function collection(
  expected: "map" | "set",
  Collection: MapConstructor | SetConstructor,
  make: (members: unknown[]) => { readonly size: number },
  steps: readonly Step[],
  member: Run,
): Check {
  return (value, walk, says) => {
    const start = walk.found.length;
    const isRight = walk.isWriting ? value instanceof Collection : Array.isArray(value);
    if (!isRight) return reportType(walk, says, expected, value);
    // Checked right above; a Map's own iterator gives entries.
    const members = value as Iterable<unknown> & { readonly size?: number; readonly length: number };
    const size = members.size ?? members.length;
    const cap = steps.find(({ limit }) => size > Number(limit));
    if (cap) return cap({ expected, size }, walk, says, start);
    enter(walk);
    const output: unknown[] = [];
    for (const each of members) output.push(member(each, walk));
    walk.depth--;
    // What a reader has found fault with is of no use, and may be no pair.
    const made = walk.isWriting || walk.found.length > start ? undefined : make(output);
    if (made && made.size < size) {
      report(walk, says, "invalid_element", `Invalid ${expected}: a member comes twice`);
    }
    runSteps(steps, { expected, size }, walk, says, start);
    return made ?? output;
  };
}

/** At least so many members. */
export function minSize(bound: number): Step {
  return sizeStep(">=", bound, (size) => size >= bound);
}

/** At most so many members. */
export function maxSize(bound: number): Step {
  return sizeStep("<=", bound, (size) => size <= bound);
}

/** Exactly so many members. */
export function exactSize(bound: number): Step {
  return sizeStep("exactly ", bound, (size) => size === bound);
}

/** Runs on what {@link collection} tells of its value. */
function sizeStep(sign: string, bound: number, test: (size: number) => boolean): Step {
  const run: Run = (given, walk, says) => {
    const { expected, size } = given as { readonly expected: "map" | "set"; readonly size: number };
    const unit = expected === "map" ? "entries" : "items";
    if (!test(size)) reportBound(walk, says, size > bound, `${expected} to have ${sign}${bound} ${unit}`);
    return given;
  };
  return Object.assign(run, { limit: sign === ">=" ? Number.POSITIVE_INFINITY : bound });
}
