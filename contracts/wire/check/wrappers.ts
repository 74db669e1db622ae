import { type Check, field } from "./check.js";
import { reportType, runApart } from "./walk.js";

/** May be `undefined`; a field of this may be absent. */
export function optional(node: Check): Check {
  return field("allowed", true, (value, walk) => (value === undefined ? value : node(value, walk)));
}

/** The same around what fills in for `undefined` by itself. */
export function optionalFilled(node: Check): Check {
  return field("filled", true, (value, walk) => {
    if (value !== undefined) return node(value, walk);
    // Nothing is written: filling in is the reader's part.
    if (walk.isWriting) return value;
    const result = runApart(node, value, walk);
    return result.found.length > 0 ? undefined : result.value;
  });
}

/** May be absent, but not `undefined`. */
export function exactOptional(node: Check): Check {
  return field("allowed", true, node);
}

/** May be `null`. */
export function nullable(node: Check): Check {
  return (value, walk) => (value === null ? value : node(value, walk));
}

/** Frozen for its reader; memory cannot be. */
export function readonly(node: Check): Check {
  return (value, walk) => {
    const result = node(value, walk);
    return walk.isWriting || ArrayBuffer.isView(result) ? result : Object.freeze(result);
  };
}

/** May not come out as `undefined`. */
export function nonoptional(node: Check): Check {
  return (value, walk, says) => {
    const start = walk.found.length;
    const result = node(value, walk);
    // A union that is told by its form writes `undefined` in a wrapping: that it is nothing shows before.
    const isNothing = result === undefined || (walk.isWriting && value === undefined);
    if (isNothing && walk.found.length === start) reportType(walk, says, "nonoptional", undefined);
    return result;
  };
}

/** What stands in for `undefined`, as it is. What is written stays absent: filling in is the reader's part. */
export function withDefault(value: unknown, node: Check): Check {
  return field("filled", false, (input, walk) => {
    const result = input === undefined ? input : node(input, walk);
    return result === undefined && !walk.isWriting ? copy(value) : result;
  });
}

/** What stands in for `undefined`, read like any other value. */
export function prefault(value: unknown, node: Check): Check {
  return field("filled", false, (input, walk) => {
    const result = node(input === undefined ? copy(value) : input, walk);
    return input === undefined && walk.isWriting ? input : result;
  });
}

/** What stands in for a value that fails. What is written has to pass: the reader would replace a mistake of the writer's. */
export function caught(value: unknown, node: Check): Check {
  return field("allowed", false, (input, walk) => {
    if (walk.isWriting) return node(input, walk);
    const result = runApart(node, input, walk);
    return result.found.length > 0 ? copy(value) : result.value;
  });
}

/** A fresh copy, so that no reader changes another's default. */
function copy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
}
