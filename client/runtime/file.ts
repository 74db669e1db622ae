import {
  fileItems,
  joinFile,
  type ReceiveFileOptions,
  type SendFileOptions,
  sha256,
} from "../../contracts/wire/file/index.js";
import type { StreamOptions } from "./stream-types.js";

/**
 * Sends a file through a stream of the client's whose item is `z.instanceof(Uint8Array)`; `receiveFile` of `wirepact/server`
 * takes it. It is read chunk by chunk, as the server takes it. Rejects like the stream does.
 *
 * @param upload - The stream: `chat.stream.attach`, or `(items, options) => chat.stream.attach({ name }, items, options)`.
 * @returns What the stream's handler returns.
 */
export function sendFile<Output>(
  upload: (items: AsyncIterable<Uint8Array<ArrayBuffer>>, options: StreamOptions) => Promise<Output>,
  file: Blob | Uint8Array,
  { signal, ...options }: SendFileOptions & StreamOptions = {},
): Promise<Output> {
  const isBlob = !ArrayBuffer.isView(file);
  const pieces = isBlob ? slicesOf(file, options.chunkBytes) : [file];
  return upload(fileItems(pieces, isBlob ? file.size : file.length, sha256(), options), { signal });
}

/**
 * Reads a file from a stream of the server's, whose handler gave `sendFile(…)` of `wirepact/server`. Rejects like the stream
 * does, with `too_large`, and with `bad_input` where the file ends early or its SHA-256 is another one.
 *
 * @param items - The opened stream: `chat.stream.attachment({ name })`.
 */
export function receiveFile(
  items: AsyncIterable<Uint8Array>,
  options: ReceiveFileOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  return joinFile(items, sha256(), options);
}

/** Not `blob.stream()`: Safari cannot iterate it. */
async function* slicesOf(blob: Blob, chunkBytes = 1_048_576): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < blob.size; from += chunkBytes) {
    yield new Uint8Array(await blob.slice(from, from + chunkBytes).arrayBuffer());
  }
}
