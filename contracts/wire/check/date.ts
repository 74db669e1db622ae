import { decodeDate, isDate } from "../straight/dates.js";
import type { Check, Step } from "./check.js";
import { runSteps } from "./steps.js";
import { reportType } from "./walk.js";

/** A date, which travels as the text of `toISOString()`. Read is any ISO 8601 date and time with `Z` or an offset. */
export function date(...steps: readonly Step[]): Check {
  return (value, walk, says) => {
    const given = walk.isWriting || value instanceof Date ? value : decodeDate(value);
    if (!isDate(given)) return reportType(walk, says, "date", value);
    const result = runSteps(steps, given, walk, says, walk.found.length);
    return walk.isWriting ? given.toISOString() : result;
  };
}

/** What `new Date` makes a date of: for {@link coerced}. */
export function toDate(value: unknown): Date {
  // As zod has it: the constructor sees for itself.
  return new Date(value as string);
}
