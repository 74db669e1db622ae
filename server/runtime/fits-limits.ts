/** Levels of arrays and objects within a payload. */
export const maxDepth = 64;
/** Values within a payload, containers included. */
export const maxNodes = 100_000;

/**
 * Whether a payload that came in is small enough to be looked at. Runs before validation, because schemas that hold
 * themselves recurse as deep as the payload goes. The recursion here ends at {@link maxDepth}.
 */
export function fitsLimits(payload: unknown): boolean {
  return count(payload, 0, 0) <= maxNodes;
}

/** Nodes seen so far with those of `value`; beyond {@link maxNodes} as soon as either limit is passed. */
function count(value: unknown, depth: number, seen: number): number {
  let nodes = seen + 1;
  if (typeof value !== "object" || value === null) return nodes;
  if (Array.isArray(value)) {
    if (depth >= maxDepth) return maxNodes + 1;
    for (const item of value) {
      nodes = count(item, depth + 1, nodes);
      if (nodes > maxNodes) return nodes;
    }
    return nodes;
  }
  if (isBinary(value)) return nodes;
  if (depth >= maxDepth) return maxNodes + 1;
  // What came off the wire inherits nothing; `Object.values` would make an array of each object.
  for (const key in value) {
    // Any object can be asked for any key.
    nodes = count((value as Readonly<Record<string, unknown>>)[key], depth + 1, nodes);
    if (nodes > maxNodes) return nodes;
  }
  return nodes;
}

/** Socket.IO carries binary beside the JSON; it is one value, whatever its length. */
export function isBinary(value: object): boolean {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
}
