import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { shortenIssues } from "../../contracts/wire/issue.js";
import type { Validation } from "../../contracts/wire/validation.js";

const unmergeable = "Unmergeable intersection: its two sides yield different values";

/** What zod makes of a value, in the words of a `PayloadCheck`. */
export function zodSays(zod: z.ZodType, value: unknown): Validation | "discriminator" | "throws" {
  try {
    const result = zod.safeParse(value);
    if (result.success) return { ok: true, value: result.data };
    return { ok: false, issues: shortenIssues(result.error.issues) };
  } catch (error) {
    if (/discriminator/i.test(String(error))) return "discriminator";
    // zod compares a length of any type, and some cannot be compared.
    if (error instanceof TypeError && /Symbol|primitive/.test(error.message)) return "throws";
    if (!String(error).includes("Unmergable")) throw error;
    return { ok: false, issues: [{ code: "unmergeable", path: [], message: unmergeable }] };
  }
}

/** Keys in their order, `undefined` apart from absent, -0 apart from 0. */
export function inFull(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "bigint")
    return `${typeof value} ${Object.is(value, -0) ? "-0" : value}`;
  if (typeof value !== "object" || value === null) return [typeof value, value];
  if (Array.isArray(value))
    return { array: Array.from(value, (item, index) => (index in value ? inFull(item) : "hole")) };
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return { object: Reflect.ownKeys(value).map((key) => [key, inFull(Reflect.get(value, key))]) };
}

/** Whether two verdicts are the same, down to the order of keys. */
export function isSame(actual: Validation, expected: Validation): boolean {
  return isDeepStrictEqual(inFull(actual), inFull(expected));
}
