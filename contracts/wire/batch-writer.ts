import { batchEvent, maxBatchEntries, maxBatchLength } from "./protocol.js";

/**
 * Puts what leaves within one tick into as few frames as the limit allows. Everything comes encoded: what changes later is
 * sent as it was, and what cannot be encoded costs nobody else anything.
 */
export class BatchWriter {
  readonly #address: string;
  readonly #write: (frame: string) => void;
  /** Most UTF-16 units of a batch. */
  readonly #maxLength: number;
  #entries = "";
  /** The first entry as a frame of its own. */
  #plain = "";
  #count = 0;

  /** @param address - The namespace in a frame: `/chat,`, or nothing for Socket.IO's default one. */
  constructor(address: string, write: (frame: string) => void, maxLength = maxBatchLength) {
    this.#address = address;
    this.#write = write;
    this.#maxLength = maxLength;
  }

  /** Adds an event or, with an id, a call; `payload` is JSON, or nothing at all. True for the first one. */
  add(name: string, payload: string | undefined, id?: number, mark = ""): boolean {
    const rest = `${JSON.stringify(name)}${payload === undefined ? "" : `,${payload}`}`;
    return id === undefined
      ? this.#add(`[${rest}]`, `2${this.#address}[${rest}]`)
      : this.#add(`[${id},${rest}]`, `2${this.#address}${id}[${rest}${mark}]`);
  }

  /** Adds a reply: the value of a call that went well, or its error. */
  addReply(id: number, isError: boolean, content: string | undefined): boolean {
    const start = `3${this.#address}${id}[{"ok":`;
    if (isError) return this.#add(`[${~id},0,${content}]`, `${start}false,"error":${content}}]`);
    if (content === undefined) return this.#add(`[${~id}]`, `${start}true}]`);
    return this.#add(`[${~id},${content}]`, `${start}true,"value":${content}}]`);
  }

  /** Writes what there is. */
  flush(): void {
    const count = this.#count;
    if (count === 0) return;
    const frame = count === 1 ? this.#plain : `2${this.#address}["${batchEvent}",[${this.#entries}]]`;
    this.#count = 0;
    this.#entries = "";
    this.#plain = "";
    this.#write(frame);
  }

  #add(entry: string, plain: string): boolean {
    const isFull = this.#count === maxBatchEntries || this.#entries.length + entry.length > this.#maxLength;
    if (isFull) this.flush();
    const isFirst = this.#count++ === 0;
    if (isFirst) this.#plain = plain;
    this.#entries += isFirst ? entry : `,${entry}`;
    return isFirst;
  }
}
