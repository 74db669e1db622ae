import { isBinary } from "./is-binary.js";

/**
 * Whether Socket.IO would send parts of a value beside its JSON. Goes as deep as the value does: one that holds itself
 * overflows the stack.
 */
export function holdsMemory(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) {
    for (const item of value) {
      // Asked here as well: most values are none, and a call for each would take as long as the rest.
      if (typeof item === "object" && holdsMemory(item)) return true;
    }
    return false;
  }
  if (isBinary(value)) return true;
  for (const key in value) {
    // Any object can be asked for any key.
    const item = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof item === "object" && holdsMemory(item)) return true;
  }
  return false;
}
