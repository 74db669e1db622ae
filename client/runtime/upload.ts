import {
  type ItemSource,
  ItemWriter,
  isWireError,
  itemEvent,
  itemsEndEvent,
  WireError,
} from "../../contracts/wire/index.js";
import type { Member } from "./client-definition.js";
import {
  type ClientStream,
  listenToStreams,
  openStream,
  type StreamEnd,
  type StreamRequest,
  type StreamShape,
} from "./open-stream.js";
import { brokenBy, preparePayload } from "./prepare-payload.js";
import type { StreamOptions } from "./stream-types.js";

/** A member of `stream` whose items the client sends. */
export function upload(shape: StreamShape): Member {
  return (name, connection) => {
    listenToStreams(connection);
    const run = (args: readonly unknown[]) => {
      const [input, items, options] = uploadArguments(shape, args);
      const request = { name, shape, connection, input, signal: options?.signal };
      return new Promise((resolve) => {
        openStream(request, (stream) => [writeStream(request, stream, items), { close: resolve }]);
      });
    };
    return Object.assign(
      (...args: unknown[]) =>
        run(args).then((ending) => {
          const { ok, value, error } = Object(ending);
          if (!ok) throw error;
          return value;
        }),
      { safe: (...args: unknown[]) => run(args) },
    );
  };
}

/** The arguments of a stream that takes items; one without an input has them first. */
export function uploadArguments(
  { input }: StreamShape,
  args: readonly unknown[],
): [input: unknown, items: ItemSource, options: StreamOptions | undefined] {
  const all = input ? args : [undefined, ...args];
  // The generated interface says so.
  return all as [unknown, ItemSource, StreamOptions | undefined];
}

/** The end of a stream that writes the client's items. */
export function writeStream(
  { name, shape, connection }: StreamRequest,
  stream: ClientStream,
  items: ItemSource,
): StreamEnd {
  const writer = new ItemWriter(0);
  const give = (item: unknown) => {
    const prepared = preparePayload(shape.clientItem, item, name);
    const send = () => stream.send(itemEvent, prepared);
    const reading = connection.readBlobs?.(prepared);
    return reading ? reading.then(send) : send();
  };
  let isOpen = true;
  writer.write(items, give).then(
    () => {
      if (isOpen) stream.send(itemsEndEvent);
    },
    (error: unknown) => {
      const cause = { cause: error, mayHaveRun: true };
      stream.leave(
        isWireError(error) ? error : new WireError("aborted", `The items of \`${name}\` failed.`, cause),
      );
    },
  );
  return {
    takeCredit(count) {
      if (!writer.grant(count))
        stream.leave(new WireError("bad_output", brokenBy(name), { mayHaveRun: true }));
    },
    close() {
      isOpen = false;
      writer.stop().catch((error: unknown) => connection.report("listener", error, name));
    },
  };
}
