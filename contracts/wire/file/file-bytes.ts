import { WireError } from "../wire-error.js";
import { digestBytes, type FileDigest } from "./file-digest.js";
import type { FileProgress } from "./file-items.js";

/** Options of receiving a file. */
export interface ReceiveFileOptions {
  /** Bytes that the file may have; more is `too_large`. */
  readonly maxBytes: number;
  /** Called with each chunk. */
  readonly onProgress?: ((progress: FileProgress) => void) | undefined;
}

/**
 * The chunks of a file that `fileItems` sent, as they come. Whether all came as they left is known when it ends, by
 * returning or by throwing: what was stored meanwhile counts from then on.
 *
 * @param digest - A fresh one.
 * @throws WireError `too_large`; `bad_input` where the file ends early or its SHA-256 is another one.
 */
export async function* fileBytes(
  items: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  digest: FileDigest,
  { maxBytes, onProgress }: ReceiveFileOptions,
): AsyncGenerator<Uint8Array, undefined, undefined> {
  let bytes = 0;
  let isEnding = false;
  for await (const item of items) {
    if (isEnding) {
      if (!isSame(item, digest.digest())) throw broken("is not what was sent");
      return undefined;
    }
    isEnding = item.length === 0;
    bytes += item.length;
    if (bytes > maxBytes) throw new WireError("too_large", `The file is larger than ${maxBytes} bytes.`);
    if (isEnding) continue;
    digest.update(item);
    onProgress?.({ bytes });
    yield item;
  }
  throw broken("ends early");
}

/** The whole file in one piece. Throws like {@link fileBytes}. */
export async function joinFile(
  items: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  digest: FileDigest,
  options: ReceiveFileOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of fileBytes(items, digest, options)) {
    chunks.push(chunk);
    bytes += chunk.length;
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === digestBytes && one.every((byte, index) => byte === other[index]);
}

function broken(how: string): WireError {
  return new WireError("bad_input", `The file ${how}.`);
}
