import { isBinary } from "./fits-limits.js";

/**
 * The JSON of a value; nothing for one that holds memory, which Socket.IO sends beside the JSON. Throws for what JSON does
 * not carry.
 */
export function encodePayload(value: unknown): string | undefined {
  return holdsMemory(value) ? undefined : JSON.stringify(value);
}

/** As deep as it goes: what holds itself overflows the stack here, and is refused by whoever catches that. */
function holdsMemory(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (holdsMemory(item)) return true;
    return false;
  }
  if (isBinary(value)) return true;
  for (const key in value) {
    if (holdsMemory((value as Readonly<Record<string, unknown>>)[key])) return true;
  }
  return false;
}
