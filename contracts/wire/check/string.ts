import type { Check, Step } from "./check.js";
import { runSteps } from "./steps.js";
import { quote, report, reportType } from "./walk.js";

/** A string. What is written is the text as it was: the reader trims it by itself. */
export function string(...steps: readonly Step[]): Check {
  return (value, walk, says) => {
    const start = walk.found.length;
    if (typeof value !== "string") reportType(walk, says, "string", value);
    const result = runSteps(steps, value, walk, says, start);
    return walk.isWriting ? value : result;
  };
}

/** A template literal, by its pattern. */
export function template(pattern: RegExp): Check {
  return (value, walk, says) => {
    if (typeof value !== "string") return reportType(walk, says, "string", value);
    if (!pattern.test(value)) report(walk, says, "invalid_format", "Invalid input");
    return value;
  };
}

/** Without white space at either end. */
export const trim: Step = (value) => (value as string).trim();

/** In lower case. */
export const lower: Step = (value) => (value as string).toLowerCase();

/** In upper case. */
export const upper: Step = (value) => (value as string).toUpperCase();

/** In a Unicode normalization form. */
export function normalize(form: string): Step {
  return (value) => (value as string).normalize(form);
}

/** Holds `part`, at or behind a position. */
export function includes(part: string, position?: number): Step {
  return holding("include", part, (text) => text.includes(part, position));
}

/** Begins with `part`. */
export function startsWith(part: string): Step {
  return holding("start with", part, (text) => text.startsWith(part));
}

/** Ends with `part`. */
export function endsWith(part: string): Step {
  return holding("end with", part, (text) => text.endsWith(part));
}

/** Steps run on what passed the type check: hence the casts of this file. */
function holding(verb: string, part: string, test: (text: string) => boolean): Step {
  return (value, walk, says) => {
    if (!test(value as string)) {
      report(walk, says, "invalid_format", `Invalid string: must ${verb} ${quote(part)}`, true);
    }
    return value;
  };
}
