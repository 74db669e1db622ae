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
  /** Adds a reply: the value of a call that went well, or its error; JSON. */
  addReply(id: number, isError: boolean | undefined, content: string | undefined): void;
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

  /** Whether what comes is the first of a frame. */
  function isFirst(length: number): boolean {
    // An id, brackets and a comma besides.
    if (count === maxBatchEntries || entries.length + length + 24 > maxLength) flush();
    return count === 0;
  }

  function push(entry: string): void {
    entries = count++ === 0 ? entry : `${entries},${entry}`;
  }

  return {
    add(name, payload, id, mark = "") {
      const rest = payload === undefined ? name : `${name},${payload}`;
      if (isFirst(rest.length)) plain = `2${address}${id ?? ""}[${rest}${mark}]`;
      push(id === undefined ? `[${rest}]` : `[${id},${rest}]`);
    },
    addReply(id, isError, content) {
      const rest = content === undefined ? "" : `,${content}`;
      if (isFirst(rest.length)) {
        const key = isError ? '{"ok":false,"error":' : '{"ok":true,"value":';
        plain = `3${address}${id}[${rest === "" ? '{"ok":true' : key + content}}]`;
      }
      push(`[${-1 - id}${isError ? ",0" : ""}${rest}]`);
    },
    flush,
  };
}
