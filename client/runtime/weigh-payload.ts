import { isAttachment, maxAttachments, WireError } from "../../contracts/wire/index.js";

/** Most levels of nesting that either side takes; docs/wire.md. */
const maxDepth = 64;
/** Most values within one payload, keys not counted; docs/wire.md. */
const maxNodes = 100_000;

/**
 * Bytes of memory that Socket.IO sends beside a payload's JSON; -1 where there is none.
 *
 * @param payload - What a check gave: JSON, and memory.
 * @throws WireError `too_large` for what is deeper or more numerous than the other side takes.
 */
export function weighPayload(payload: unknown): number {
  const weight: Weight = { nodes: 0, attachments: 0, bytes: -1 };
  weigh(payload, 0, weight);
  return weight.bytes;
}

interface Weight {
  nodes: number;
  attachments: number;
  bytes: number;
}

/** No closure over the weight: one that is made for each payload takes ten times as long. */
function weigh(value: unknown, depth: number, weight: Weight): void {
  if (++weight.nodes > maxNodes) throw tooLarge();
  if (typeof value !== "object" || value === null) return;
  if (depth === maxDepth) throw tooLarge();
  if (isAttachment(value)) {
    if (++weight.attachments > maxAttachments) throw tooLarge();
    weight.bytes = Math.max(weight.bytes, 0) + value.byteLength;
  } else if (Array.isArray(value)) for (const item of value) weigh(item, depth + 1, weight);
  // What a check gave inherits nothing; `Object.values` would make an array of each object.
  else for (const key in value) weigh((value as Readonly<Record<string, unknown>>)[key], depth + 1, weight);
}

/** The error of a payload for which the server would end the connection, or refuse it. */
export function tooLarge(): WireError {
  return new WireError("too_large", "The payload is larger or deeper than allowed.");
}
