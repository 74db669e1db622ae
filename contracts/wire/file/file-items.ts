import type { FileDigest } from "./file-digest.js";

/** How far a file has come. */
export interface FileProgress {
  readonly bytes: number;
  /** Absent where nobody knows. */
  readonly totalBytes?: number | undefined;
}

/** Options of sending a file. */
export interface SendFileOptions {
  /** Bytes of one item; default 65,536. It has to stay below the other side's largest packet. */
  readonly chunkBytes?: number | undefined;
  /** Called whenever the other side has taken a chunk. */
  readonly onProgress?: ((progress: FileProgress) => void) | undefined;
}

/** Default bytes of one item: far below Socket.IO's limit of a packet, and few enough for a slow line to show progress. */
const defaultChunkBytes = 65_536;

/**
 * A file as the items of a stream: its chunks, an empty one, and its SHA-256. `fileBytes` takes it from there.
 *
 * @param digest - A fresh one.
 */
export async function* fileItems(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  totalBytes: number | undefined,
  digest: FileDigest,
  { chunkBytes = defaultChunkBytes, onProgress }: SendFileOptions = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined, undefined> {
  let bytes = 0;
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; from += chunkBytes) {
      // A copy: a piece may be a part of memory that its owner uses again.
      const chunk = new Uint8Array(piece.subarray(from, from + chunkBytes));
      digest.update(chunk);
      yield chunk;
      bytes += chunk.length;
      onProgress?.({ bytes, totalBytes });
    }
  }
  yield new Uint8Array(0);
  // A copy: Node gives a part of memory that is its own.
  yield new Uint8Array(digest.digest());
  return undefined;
}
