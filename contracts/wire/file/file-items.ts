import { chainDigest } from "./chain-digest.js";

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
 * A file as the items of a stream: its chunks, an empty one, and the SHA-256 over the chain of them. `fileBytes` takes
 * it from there.
 */
export async function* fileItems(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  totalBytes: number | undefined,
  { chunkBytes = defaultChunkBytes, onProgress }: SendFileOptions = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined, undefined> {
  let digest = new Uint8Array(0);
  let bytes = 0;
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; from += chunkBytes) {
      // A copy: a piece may be a part of memory that its owner uses again.
      const chunk = new Uint8Array(piece.subarray(from, from + chunkBytes));
      digest = await chainDigest(digest, chunk);
      yield chunk;
      bytes += chunk.length;
      onProgress?.({ bytes, totalBytes });
    }
  }
  yield new Uint8Array(0);
  yield await chainDigest(digest, new Uint8Array(0));
  return undefined;
}
