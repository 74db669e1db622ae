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
  let nodes = 0;
  let attachments = 0;
  let bytes = -1;
  const weigh = (value: unknown, depth: number): void => {
    if (++nodes > maxNodes) throw tooLarge();
    if (typeof value !== "object" || value === null) return;
    if (depth === maxDepth) throw tooLarge();
    if (isAttachment(value)) {
      if (++attachments > maxAttachments) throw tooLarge();
      bytes = Math.max(bytes, 0) + value.byteLength;
    }
    // Any object can be asked for any key.
    else for (const key in value) weigh((value as Record<string, unknown>)[key], depth + 1);
  };
  weigh(payload, 0);
  return bytes;
}

/** The error of a payload for which the server would end the connection, or refuse it. */
export function tooLarge(): WireError {
  return new WireError("too_large", "The payload is larger or deeper than the server takes.");
}
