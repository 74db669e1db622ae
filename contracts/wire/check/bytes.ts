import { bytesOf, copyMemory, decodeBytes } from "../straight/bytes.js";
import type { Check } from "./check.js";
import { reportType } from "./walk.js";

/** A class whose instances are memory, or views of it. */
interface Memory {
  readonly name: string;
  new (memory: ArrayBuffer): ArrayBufferView;
}

/** Memory, which Socket.IO carries beside the JSON: it leaves as its bytes, and comes in as a copy. */
export function bytes(View: Memory): Check {
  return (value, walk, says) => {
    if (walk.isWriting)
      return value instanceof View ? bytesOf(value) : reportType(walk, says, View.name, value);
    return decodeBytes(value, View) ?? reportType(walk, says, View.name, value);
  };
}

/** The same for an `ArrayBuffer`. */
export const arrayBuffer: Check = (value, walk, says) => {
  const made = walk.isWriting ? value : copyMemory(value);
  return made instanceof ArrayBuffer ? made : reportType(walk, says, "ArrayBuffer", value);
};
