import type { Check } from "./check.js";
import { reportUndeclared } from "./object.js";
import { isPlainObject } from "./record.js";
import { type Found, isAborted, runApart, type Walk } from "./walk.js";

const prototypeKey = "__proto__";

/** An intersection: both sides see the value, and what they make of it is merged. */
export function intersection(left: Check, right: Check): Check {
  const run: Check = (value, walk) => {
    const ofLeft = runApart(left, value, walk);
    const ofRight = runApart(right, value, walk);
    const start = walk.found.length;
    reportBoth(ofLeft.found, ofRight.found, walk);
    const merged = merge(ofLeft.value, ofRight.value);
    if (!merged && !isAborted(walk.found, start)) {
      walk.refusal ??= {
        code: "unmergeable",
        message: "Unmergeable intersection: its two sides yield different values",
      };
    }
    if (merged && walk.isWriting && walk.found.length === start) {
      // Whether the reader can merge its two sides shows only when both are read.
      walk.isWriting = false;
      runApart(run, merged.value, walk);
      walk.isWriting = true;
    }
    return merged ? merged.value : value;
  };
  return run;
}

/** Passes on the issues of both sides; a refused key only where both refuse it. */
function reportBoth(left: readonly Found[], right: readonly Found[], walk: Walk): void {
  const refusedBy = [refusedKeys(left), refusedKeys(right)] as const;
  for (const issue of [...left, ...right]) if (!keysOf(issue)) walk.found.push(issue);
  const both = [...refusedBy[0].keys()].filter((key) => refusedBy[1].has(key));
  const issues = [...left, ...right];
  const undeclared = issues.find((issue) => issue.keys && issue.path.length === 0);
  const together = both.filter((key) => undeclared?.keys?.includes(key));
  if (undeclared && together.length > 0) reportUndeclared(walk, undeclared.says, together);
  for (const key of both) {
    const issue = issues.find((each) => each.code === "invalid_key" && keysOf(each)?.includes(key));
    if (issue && !together.includes(key)) walk.found.push(issue);
  }
}

function refusedKeys(found: readonly Found[]): Set<string> {
  return new Set(found.flatMap((issue) => keysOf(issue) ?? []));
}

function keysOf({ code, path, keys }: Found): readonly string[] | undefined {
  if (keys && path.length === 0) return keys;
  return code === "invalid_key" && path.length === 1 ? path.map(String) : undefined;
}

function merge(left: unknown, right: unknown): { readonly value: unknown } | undefined {
  if (left === right) return { value: left };
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) return undefined;
    const value: unknown[] = [];
    for (let index = 0; index < left.length; index++) {
      const merged = merge(left[index], right[index]);
      if (!merged) return undefined;
      value.push(merged.value);
    }
    return { value };
  }
  if (!isPlainObject(left) || !isPlainObject(right)) return undefined;
  const value: Record<PropertyKey, unknown> = { ...left, ...right };
  // A spread copies an own key of that name as a plain one.
  delete value[prototypeKey];
  const ofRight = new Set(Object.keys(right));
  for (const key of Object.keys(left)) {
    if (key === prototypeKey || !ofRight.has(key)) continue;
    const merged = merge(left[key], right[key]);
    if (!merged) return undefined;
    value[key] = merged.value;
  }
  return { value };
}
