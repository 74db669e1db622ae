import type { Member } from "./client-definition.js";
import { readStream } from "./download.js";
import { listenToStreams, type StreamShape } from "./open-stream.js";
import { uploadArguments, writeStream } from "./upload.js";

/** A member of `stream` in which both sides send items. */
export function duplex(shape: StreamShape): Member {
  return (name, connection) => {
    listenToStreams(connection);
    const open = (isSafe: boolean, args: readonly unknown[]) => {
      const [input, items, options] = uploadArguments(shape, args);
      const request = { name, shape, connection, input, signal: options?.signal };
      return readStream(request, isSafe, (stream) => [writeStream(request, stream, items)]);
    };
    return Object.assign((...args: unknown[]) => open(false, args), {
      safe: (...args: unknown[]) => open(true, args),
    });
  };
}
