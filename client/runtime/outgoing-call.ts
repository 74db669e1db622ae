import { type CallMark, cancelEvent, defaultTimeoutMs, WireError } from "../../contracts/wire/index.js";
import type { ChannelConnection, Departure } from "./channel-connection.js";
import type { CallShape, Member } from "./client-definition.js";
import type { CallOptions } from "./client-types.js";
import { preparePayload } from "./prepare-payload.js";
import { readReply } from "./read-failure.js";
import { waitFor } from "./wait-for.js";

/** Cancel ids of this page's or process's calls; unique beyond what the protocol asks for. */
let lastCancelId = 0;

/** A member of `call`: a function with its `safe` form. */
export function outgoingCall(shape: CallShape): Member {
  return (name, connection) => {
    const run = (...args: unknown[]) => {
      // A call without an input has its options first.
      const options = args[shape.input ? 1 : 0] as CallOptions | undefined;
      return send(name, shape, connection, args[0], options);
    };
    return Object.assign(run, {
      safe: (...args: unknown[]) =>
        run(...args).then(
          (value) => ({ ok: true, value }),
          (error: unknown) => ({ ok: false, error }),
        ),
    });
  };
}

function send(
  name: string,
  shape: CallShape,
  connection: ChannelConnection,
  input: unknown,
  { timeoutMs = shape.timeoutMs ?? defaultTimeoutMs, signal }: CallOptions = {},
): Promise<unknown> {
  let hasLeft = false;
  let mark: CallMark | undefined;
  return waitFor(
    { timeoutMs, signal },
    (resolve, reject) => {
      const { value, maxBytes } = preparePayload(shape.input, input, name);
      // An optional input that is left out leaves no place for a mark: `null` there would be a payload.
      if (signal && (!shape.input || value !== undefined)) mark = { cancelId: ++lastCancelId };
      const args = mark ? [value ?? null, mark] : value === undefined ? [] : [value];
      const receive = (reply: readonly unknown[]) => readReply(reply, shape, resolve, reject);
      const departure: Departure = {
        leave() {
          hasLeft = connection.transmit({ name, args, maxBytes }, receive, timeoutMs);
          if (hasLeft) connection.inFlight.add(departure);
          return hasLeft;
        },
        end: reject,
      };
      connection.depart(departure);
      return () => connection.forget(departure);
    },
    (code) => {
      if (hasLeft && mark && connection.isReady()) {
        connection.transmit({ name: cancelEvent, args: [mark.cancelId], maxBytes: 20 });
      }
      return new WireError(code, `\`${name}\` was not answered.`, { mayHaveRun: hasLeft });
    },
  );
}
