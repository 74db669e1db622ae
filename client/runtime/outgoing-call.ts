import { defaultTimeoutMs, WireError } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { CallShape, Member } from "./client-definition.js";
import type { CallOptions } from "./client-types.js";
import type { Departure } from "./departure.js";
import { preparePayload } from "./prepare-payload.js";
import { readReply } from "./read-failure.js";
import { waitFor } from "./wait-for.js";

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
  let departure: Departure | undefined;
  return waitFor(
    { timeoutMs, signal },
    (resolve, reject) => {
      const prepared = preparePayload(shape.input, input, name);
      const made: Departure = {
        ...prepared,
        name,
        // An optional input that is left out leaves no place for a mark: `null` there would be a payload.
        isMarked: Boolean(signal && (!shape.input || prepared.text)),
        receive: (...reply) => readReply(reply, shape, resolve, reject),
        end: reject,
      };
      departure = made;
      connection.depart(made);
      return () => connection.forget(made);
    },
    (code) => {
      if (departure) connection.withdraw(departure);
      return new WireError(code, `\`${name}\` was not answered.`, {
        mayHaveRun: departure?.id !== undefined,
      });
    },
  );
}
