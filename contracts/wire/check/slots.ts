import type { Check } from "./check.js";
import { type Run, report, reportType } from "./walk.js";

/** A place of an array where `undefined` travels as `null`. */
export function orNull(check: Check): Check {
  return slot(check, (value, walk) => {
    if (!walk.isWriting) return check(value === null ? undefined : value, walk);
    const result = check(value, walk);
    return value === undefined ? null : result;
  });
}

/** A place of an array where `null` may be meant: each value travels as `[value]`, `undefined` as `[]`. */
export function boxed(check: Check): Check {
  return slot(check, (value, walk, says) => {
    if (walk.isWriting) {
      const result = check(value, walk);
      return value === undefined ? [] : [result];
    }
    // A tuple may end before this place.
    if (value === undefined) return check(value, walk);
    if (!Array.isArray(value) || value.length > 1) return reportType(walk, says, "array", value);
    return check(value[0], walk);
  });
}

/** A place of an array that takes anything, where nobody would know what `null` stands for. */
export function present(check: Check): Check {
  return slot(check, (value, walk) => {
    if (walk.isWriting && value === undefined) {
      report(walk, undefined, "not_encodable", "JSON does not carry undefined within an array");
    }
    return check(value, walk);
  });
}

/** What a tuple has to know stays as it is. */
function slot(check: Check, run: Run): Check {
  return Object.assign(run, { absence: check.absence, mayVanish: check.mayVanish ?? false });
}
