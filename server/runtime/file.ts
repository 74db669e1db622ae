import { createHash } from "node:crypto";
import {
  fileBytes,
  fileItems,
  joinFile,
  type ReceiveFileOptions,
  type SendFileOptions,
} from "../../contracts/wire/file/index.js";

/**
 * The chunks of a file that a client sends with `sendFile` of `wirepact/client`, for a stream whose item is
 * `z.instanceof(Uint8Array)`: `await pipeline(receiveFile(items, { maxBytes }), createWriteStream(path))`. They are handed
 * out as they come; that all came as they left is known once it ends, so what is stored counts from then on.
 *
 * Throws a `WireError`: `too_large` (which the client is told where the handler lets it pass), and `bad_input` where the file
 * ends early or its SHA-256 is another one.
 */
export function receiveFile(
  items: AsyncIterable<Uint8Array>,
  options: ReceiveFileOptions,
): AsyncGenerator<Uint8Array, undefined, undefined> {
  return fileBytes(items, createHash("sha256"), options);
}

/** The same in one piece, in memory. */
export async function receiveBuffer(
  items: AsyncIterable<Uint8Array>,
  options: ReceiveFileOptions,
): Promise<Buffer> {
  return Buffer.from((await joinFile(items, createHash("sha256"), options)).buffer);
}

/**
 * What the handler of a stream returns to send a file, chunk by chunk as the client takes it:
 * `download: ({ name }) => sendFile(createReadStream(name))`. `receiveFile` of `wirepact/client` reads it.
 *
 * @param source - The bytes, or what gives them bit by bit: a Node stream.
 */
export function sendFile(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  options: SendFileOptions = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined, undefined> {
  return ArrayBuffer.isView(source)
    ? fileItems([source], source.length, createHash("sha256"), options)
    : fileItems(source, undefined, createHash("sha256"), options);
}
