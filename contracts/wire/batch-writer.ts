import { batchEvent, maxBatchEntries, maxBatchLength } from "./protocol.js";

/**
 * Puts what leaves together into as few frames as the limits allow. Everything comes encoded: what changes later is sent as
 * it was, and what cannot be encoded costs nobody else anything.
 */
export interface BatchWriter {
  /**
   * Adds an event or, with an id, a call.
   *
   * @param name - JSON.
   * @param payload - JSON, or nothing at all.
   * @param mark - What follows the payload in a plain frame.
   */
  add(name: string, payload: string | undefined, id?: number, mark?: string): void;
  /** The namespace in a frame. */
  readonly address: string;
  /** Makes room for so many UTF-16 units; whether they are the first of a frame. */
  isFirst(length: number): boolean;
  /** Adds what there is room for; `frame` is what it is on its own, where it is the first. */
  push(entry: string, frame: string): void;
  /** Writes what there is. */
  flush(): void;
}

/**
 * Makes the writer of one channel of one connection.
 *
 * @param address - The namespace in a frame: `/chat,`, or nothing for Socket.IO's default one.
 * @param maxLength - Most UTF-16 units that the other side takes.
 */
export function batchWriter(
  address: string,
  write: (frame: string) => void,
  maxLength = maxBatchLength,
): BatchWriter {
  let entries = "";
  /** The first entry as a frame of its own. */
  let plain = "";
  let count = 0;

  function flush(): void {
    const frame = count === 1 ? plain : `2${address}["${batchEvent}",[${entries}]]`;
    const isEmpty = count === 0;
    count = 0;
    entries = "";
    if (!isEmpty) write(frame);
  }

  function isFirst(length: number): boolean {
    // An id, brackets and a comma besides.
    if (count === maxBatchEntries || entries.length + length + 24 > maxLength) flush();
    return count === 0;
  }

  function push(entry: string, frame: string): void {
    if (count++ > 0) entries = `${entries},${entry}`;
    else {
      entries = entry;
      plain = frame;
    }
  }

  return {
    address,
    isFirst,
    push,
    add(name, payload, id, mark = "") {
      const rest = payload === undefined ? name : `${name},${payload}`;
      const frame = isFirst(rest.length) ? `2${address}${id ?? ""}[${rest}${mark}]` : "";
      push(id === undefined ? `[${rest}]` : `[${id},${rest}]`, frame);
    },
    flush,
  };
}
