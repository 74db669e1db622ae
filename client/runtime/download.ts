import {
  creditEvent,
  type Ending,
  type Issue,
  ItemReader,
  type Result,
  WireError,
} from "../../contracts/wire/index.js";
import type { Member } from "./client-definition.js";
import {
  type ClientStream,
  listenToStreams,
  openStream,
  prepareNumber,
  type StreamEnd,
  type StreamRequest,
  type StreamShape,
} from "./open-stream.js";
import { brokenBy, readPayload } from "./prepare-payload.js";
import type { SafeServerItems, ServerItems, StreamOptions } from "./stream-types.js";

/** A member of `stream` whose items the server sends. */
export function download(shape: StreamShape): Member {
  return (name, connection) => {
    listenToStreams(connection);
    const open = (isSafe: boolean, args: readonly unknown[]) => {
      // A stream without an input has its options first.
      const options = args[shape.input ? 1 : 0] as StreamOptions | undefined;
      return readStream({ name, shape, connection, input: args[0], signal: options?.signal }, isSafe);
    };
    return Object.assign((...args: unknown[]) => open(false, args), {
      safe: (...args: unknown[]) => open(true, args),
    });
  };
}

/** Opens a stream and gives its items to read; `more` makes the end that writes, where there is one. */
export function readStream(
  request: StreamRequest,
  isSafe: boolean,
  more: (stream: ClientStream) => readonly StreamEnd[] = () => [],
): ServerItems<unknown, unknown> | SafeServerItems<unknown, unknown, unknown> {
  const [end] = openStream(request, (stream) => [readingEnd(request, stream), ...more(stream)] as const);
  return itemsOf(end.reader, end.outcome, isSafe);
}

/** The end of a stream that takes the server's items. */
function readingEnd({ name, shape, signal }: StreamRequest, stream: ClientStream) {
  let settle: (ending: Ending) => void;
  const outcome = new Promise<Ending>((resolve) => {
    settle = resolve;
  });
  const leave = (code: string, message: string, issues?: readonly Issue[]) => {
    stream.leave(new WireError(code, message, { mayHaveRun: true, ...(issues && { issues }) }));
  };
  const reader = new ItemReader({
    grant: (count) => stream.send(creditEvent, prepareNumber(count)),
    leave: () => leave("aborted", `\`${name}\` was left.`),
  });
  return {
    reader,
    outcome,
    takeItem(item: unknown) {
      const verdict = readPayload(shape.serverItem, [item]);
      if (!reader.mayPush) leave("bad_output", `\`${name}\`: more items came than were granted.`);
      else if (!verdict.ok) leave("bad_output", brokenBy(name), verdict.issues);
      else reader.push(verdict.value);
    },
    close(ending: Ending) {
      if (signal?.aborted) reader.discard(ending);
      else reader.end(ending);
      settle(ending);
    },
  };
}

function itemsOf(reader: ItemReader, outcome: Promise<Ending>, isSafe: boolean) {
  const result: Promise<unknown> = outcome.then((ending) => {
    if (isSafe) return ending;
    if (!ending.ok) throw ending.error;
    return ending.value;
  });
  // Whoever reads the items learns of the failure from the loop.
  result.catch(() => {});
  const quiet = () => ({ done: true, value: undefined });
  return {
    next: () => (isSafe ? reader.next().catch(quiet) : reader.next()),
    return: (value?: unknown) => reader.return(value),
    result: result as Promise<Result<unknown, unknown>>,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
