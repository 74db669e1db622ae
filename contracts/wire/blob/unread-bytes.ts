import type { BlobLike } from "./blob-types.js";

/**
 * Stands in for the bytes of a Blob until they are read: memory of no length that says it is as long as the Blob, so that
 * whatever weighs a payload before it leaves weighs this one rightly. It never leaves itself.
 */
export class UnreadBytes extends Uint8Array {
  readonly #blob: BlobLike;
  #reading: Promise<ArrayBuffer> | undefined;

  constructor(blob: BlobLike) {
    super(0);
    this.#blob = blob;
    Object.defineProperty(this, "byteLength", { value: blob.size });
  }

  /** Once, however many wait for them. */
  async read(): Promise<Uint8Array> {
    this.#reading ??= this.#blob.arrayBuffer();
    return new Uint8Array(await this.#reading);
  }
}
