import { WireError } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { IterateOptions, Stop } from "./client-types.js";

/**
 * Payloads of an event from now on, in order. What came before the channel's end is still handed out; what
 * came before an abort is not.
 */
export function iterateEvent<Payload>(
  listen: (listener: (payload: Payload) => void) => Stop,
  connection: ChannelConnection,
  { signal, maxBuffered = 1_000 }: IterateOptions = {},
): AsyncIterableIterator<Payload> {
  const buffered: Payload[] = [];
  const pending: ((result: IteratorResult<Payload>) => void)[] = [];
  let isOver = false;
  let failure: WireError | undefined;

  const stop = listen((value) => {
    const take = pending.shift();
    if (take !== undefined) take({ done: false, value });
    else if (buffered.length < maxBuffered) buffered.push(value);
    else {
      failure = new WireError("overloaded", `The loop lags behind by more than ${maxBuffered} payloads.`);
      end();
    }
  });
  const end = () => {
    if (isOver) return;
    isOver = true;
    stop();
    connection.onEnd.delete(end);
    signal?.removeEventListener("abort", discard);
    for (const take of pending.splice(0)) take({ done: true, value: undefined });
  };
  const discard = () => {
    buffered.length = 0;
    failure = undefined;
    end();
  };
  connection.onEnd.add(end);
  signal?.addEventListener("abort", discard);
  if (signal?.aborted) discard();

  return {
    async next() {
      if (buffered.length > 0) {
        // There is one: `undefined` is the payload of an event without one.
        return { done: false, value: buffered.shift() as Payload };
      }
      if (failure !== undefined) {
        const error = failure;
        failure = undefined;
        throw error;
      }
      if (isOver) return { done: true, value: undefined };
      return new Promise((take) => pending.push(take));
    },
    async return() {
      discard();
      return { done: true, value: undefined };
    },
    async throw(error) {
      discard();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
