import { creditEvent, type Ending, ItemReader, type Result, WireError } from "../../contracts/wire/index.js";
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
  const { name, shape, signal } = request;
  let settle: (ending: Ending) => void;
  const outcome = new Promise<Ending>((resolve) => {
    settle = resolve;
  });
  let reader: ItemReader | undefined;
  openStream(request, (stream) => {
    const made = new ItemReader({
      grant: (count) => stream.send(creditEvent, prepareNumber(count)),
      leave: () => stream.leave(new WireError("aborted", `\`${name}\` was left.`, { mayHaveRun: true })),
    });
    reader = made;
    const refuse = (options?: object) => {
      const message = brokenBy(name);
      stream.leave(new WireError("bad_output", message, { mayHaveRun: true, ...options }));
    };
    const end: StreamEnd = {
      takeItem(item) {
        const verdict = readPayload(shape.serverItem, [item]);
        if (!made.mayPush) refuse();
        else if (!verdict.ok) refuse({ issues: verdict.issues });
        else made.push(verdict.value);
      },
      close(ending) {
        if (signal?.aborted) made.discard(ending);
        else made.end(ending);
        settle(ending);
      },
    };
    return [end, ...more(stream)];
  });
  // The ends are made before anything else happens.
  return itemsOf(reader as unknown as ItemReader, outcome, isSafe);
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
