import { isAttachment, maxAttachments, WireError } from "../../contracts/wire/index.js";

/** Most levels of nesting that either side takes; docs/wire.md. */
const maxDepth = 64;
/** Most values within one payload, keys not counted; docs/wire.md. */
const maxNodes = 100_000;

/**
 * How many bytes a payload takes on the wire at most: an upper bound from one cheap walk, so that the exact
 * length need only be counted for what comes near a limit.
 *
 * @param payload - What a check gave: JSON.
 * @throws WireError `too_large` for what is deeper or more numerous than the other side takes.
 */
export function weighPayload(payload: unknown): number {
  let nodes = 0;
  let attachments = 0;
  const weigh = (value: unknown, depth: number): number => {
    if (++nodes > maxNodes || (depth === maxDepth && Object(value) === value)) {
      throw tooLarge();
    }
    // An escape takes six bytes for one UTF-16 unit; nothing takes more, and no number more than 25.
    if (typeof value === "string") return value.length * 6 + 3;
    if (typeof value !== "object" || value === null) return 25;
    if (isAttachment(value)) {
      if (++attachments > maxAttachments) throw tooLarge();
      return value.byteLength + 60;
    }
    let bytes = 3;
    // Any object can be asked for any key.
    for (const key in value)
      bytes += key.length * 6 + 4 + weigh((value as Record<string, unknown>)[key], depth + 1);
    return bytes;
  };
  return weigh(payload, 0);
}

/** Exact length of arguments on the wire, in bytes; attachments among them. */
export function measureArguments(args: readonly unknown[]): number {
  const text = JSON.stringify(args, (_key, value) =>
    isAttachment(value) ? "0".repeat(value.byteLength) : value,
  );
  return new TextEncoder().encode(text).length;
}

/** The error of a payload for which the server would end the connection, or refuse it. */
export function tooLarge(): WireError {
  return new WireError("too_large", "The payload is larger or deeper than the server takes.");
}
