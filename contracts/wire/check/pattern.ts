import type { Step } from "./check.js";
import { report, type Walk } from "./walk.js";

/** Matches the author's pattern. */
export function regex(pattern: RegExp): Step {
  return format(`string: must match pattern ${pattern}`, pattern);
}

/** Matches a format's pattern; `what` is how the issue calls it. */
export function format(what: string, pattern: RegExp): Step {
  return (value, walk, says) => {
    // With the flags g and y a pattern remembers where it stopped.
    pattern.lastIndex = 0;
    // Steps run on what passed the type check.
    if (!pattern.test(value as string)) reportFormat(walk, says, what);
    return value;
  };
}

/** Reports a text that is not in a format. */
export function reportFormat(walk: Walk, says: string | undefined, what: string): void {
  report(walk, says, "invalid_format", `Invalid ${what}`, true);
}
