import { isBinary } from "../is-binary.js";

/** How large a payload may be that is looked at. */
export interface PayloadBounds {
  /** Bytes of its JSON in UTF-8, and of binary values beside it. */
  readonly maxBytes: number;
  /** Levels of arrays and objects. */
  readonly maxDepth: number;
  /** Values, containers included. */
  readonly maxNodes: number;
}

/** What has been seen of the payload at hand; one for all, since nothing is awaited meanwhile. */
const seen = { nodes: 0, characters: 0, binaryBytes: 0 };

/** Most bytes of a character in JSON: an escape, or three of UTF-8. */
const bytesOfCharacter = 6;
/** Most bytes of a value besides its characters: a number's digits, or quotes, a colon and a comma. */
const bytesOfValue = 32;

/**
 * Why a payload that came in is too large to be looked at; undefined for one that is not. Runs before validation, because
 * schemas that hold themselves recurse as deep as the payload goes. The recursion here ends with the depth that is allowed.
 */
export function findExcess(payload: unknown, bounds: PayloadBounds): string | undefined {
  seen.nodes = 0;
  seen.characters = 0;
  seen.binaryBytes = 0;
  if (!weigh(payload, 0, bounds)) {
    return seen.nodes > bounds.maxNodes
      ? `holds more than ${bounds.maxNodes} values`
      : `is nested deeper than ${bounds.maxDepth} levels`;
  }
  return isTooLong(payload, bounds.maxBytes) ? `has more than ${bounds.maxBytes} bytes` : undefined;
}

/** False as soon as there is too much of it. */
function weigh(value: unknown, depth: number, bounds: PayloadBounds): boolean {
  if (++seen.nodes > bounds.maxNodes) return false;
  if (typeof value === "string") seen.characters += value.length;
  if (typeof value !== "object" || value === null) return true;
  if (isBinary(value)) {
    seen.binaryBytes += value.byteLength;
    return true;
  }
  if (depth >= bounds.maxDepth) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (!weigh(item, depth + 1, bounds)) return false;
    return true;
  }
  // What came off the wire inherits nothing; `Object.values` would make an array of each object.
  for (const key in value) {
    seen.characters += key.length;
    // Any object can be asked for any key.
    if (!weigh((value as Readonly<Record<string, unknown>>)[key], depth + 1, bounds)) return false;
  }
  return true;
}

/** Encodes only what could be too long, and is not so beyond doubt. */
function isTooLong(payload: unknown, maxBytes: number): boolean {
  const { nodes, characters, binaryBytes } = seen;
  if (nodes * bytesOfValue + characters * bytesOfCharacter + binaryBytes <= maxBytes) return false;
  if (characters + binaryBytes > maxBytes) return true;
  const text = JSON.stringify(payload, binaryBytes > 0 ? withoutBinary : undefined) ?? "";
  return Buffer.byteLength(text) + binaryBytes > maxBytes;
}

/** Asks the holder: a Buffer has turned itself into something else by then. */
function withoutBinary(this: unknown, key: string, value: unknown): unknown {
  return isBinary((this as Readonly<Record<string, unknown>>)[key]) ? 0 : value;
}
