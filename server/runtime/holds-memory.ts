import { isBinary } from "./is-binary.js";

/**
 * Whether Socket.IO would send parts of a value beside its JSON. Goes as deep as the value does: one that holds itself
 * overflows the stack.
 */
export function holdsMemory(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (holdsMemory(item)) return true;
    return false;
  }
  if (isBinary(value)) return true;
  for (const key in value) {
    // Any object can be asked for any key.
    if (holdsMemory((value as Readonly<Record<string, unknown>>)[key])) return true;
  }
  return false;
}
