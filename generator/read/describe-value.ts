import { majorOf } from "./zod/zod-schema.js";

/** A value in words, without its content. */
export function describeValue(value: unknown): string {
  if (typeof value === "object" && value !== null) {
    if ("$wirepact" in value && typeof value.$wirepact === "string") {
      return value.$wirepact === "event" ? "an event" : `a ${value.$wirepact}`;
    }
    if (majorOf(value) !== undefined) {
      return "a schema";
    }
    return Array.isArray(value) ? "an array" : "a plain object";
  }
  return value === null || value === undefined ? String(value) : `a ${typeof value}`;
}
