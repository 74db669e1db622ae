import { batchEvent, maxBatchEntries, maxBatchLength } from "./protocol.js";

/**
 * Puts what leaves together into as few frames as the limits allow. Everything comes encoded: what changes later is sent as
 * it was, and what cannot be encoded costs nobody else anything.
 */
export class BatchWriter {
  /** Most UTF-16 units of a batch. */
  maxLength = maxBatchLength;
  readonly #address: string;
  readonly #write: (frame: string) => void;
  #entries = "";
  /** The first entry as a frame of its own. */
  #plain = "";
  #count = 0;

  /** @param address - The namespace in a frame: `/chat,`, or nothing for Socket.IO's default one. */
  constructor(address: string, write: (frame: string) => void) {
    this.#address = address;
    this.#write = write;
  }

  /**
   * Adds an event or, with an id, a call.
   *
   * @param name - JSON.
   * @param payload - JSON, or nothing at all.
   * @param mark - What follows the payload in a plain frame.
   */
  add(name: string, payload: string | undefined, id?: number, mark = ""): void {
    const rest = payload === undefined ? name : `${name},${payload}`;
    this.#makeRoom(rest.length);
    if (this.#count === 0) this.#plain = `2${this.#address}${id ?? ""}[${rest}${mark}]`;
    this.#add(id === undefined ? `[${rest}]` : `[${id},${rest}]`);
  }

  /** Adds a reply: the value of a call that went well, or its error; JSON. */
  addReply(id: number, isError: boolean, content: string | undefined): void {
    this.#makeRoom(content?.length ?? 0);
    if (this.#count === 0) {
      const rest = content === undefined ? "" : `,"${isError ? "error" : "value"}":${content}`;
      this.#plain = `3${this.#address}${id}[{"ok":${!isError}${rest}}]`;
    }
    if (content === undefined) this.#add(`[${~id}]`);
    else this.#add(isError ? `[${~id},0,${content}]` : `[${~id},${content}]`);
  }

  /** Writes what there is. */
  flush(): void {
    const count = this.#count;
    if (count === 0) return;
    const frame = count === 1 ? this.#plain : `2${this.#address}["${batchEvent}",[${this.#entries}]]`;
    this.#count = 0;
    this.#entries = "";
    this.#write(frame);
  }

  #makeRoom(length: number): void {
    // An id, brackets and a comma besides.
    const isFull = this.#count === maxBatchEntries || this.#entries.length + length + 24 > this.maxLength;
    if (isFull) this.flush();
  }

  #add(entry: string): void {
    this.#entries = this.#count++ === 0 ? entry : `${this.#entries},${entry}`;
  }
}
