import {
  type CallDefinition,
  type CallMark,
  defaultTimeoutMs,
  WireError,
} from "../../contracts/wire/index.js";
import type { ChannelConnection, Departure } from "./channel-connection.js";
import type { CallOptions } from "./client-types.js";
import { preparePayload } from "./prepare-payload.js";
import { readReply } from "./read-failure.js";
import { waitFor } from "./wait-for.js";

/** Cancel ids of this page's or process's calls; unique beyond what the protocol asks for. */
let lastCancelId = 0;

/** Makes one member of `call`: a function with its `safe` form. */
export function outgoingCall(name: string, definition: CallDefinition, connection: ChannelConnection) {
  const run =
    definition.input === undefined
      ? (options?: CallOptions) => sendCall(undefined, options)
      : (input: unknown, options?: CallOptions) => sendCall(input, options);

  function sendCall(input: unknown, options: CallOptions | undefined): Promise<unknown> {
    const timeoutMs = options?.timeoutMs ?? definition.timeoutMs ?? defaultTimeoutMs;
    const signal = options?.signal;
    let hasLeft = false;
    let mark: CallMark | undefined;
    return waitFor(
      { timeoutMs, signal },
      (resolve, reject) => {
        const { value, maxBytes } = preparePayload(definition.input, input, `The input of \`${name}\``);
        // An optional input that is left out leaves no place for a mark: `null` there would be a payload.
        if (signal !== undefined && (definition.input === undefined || value !== undefined)) {
          mark = { cancelId: ++lastCancelId };
        }
        const args = mark !== undefined ? [value ?? null, mark] : value === undefined ? [] : [value];
        const departure: Departure = {
          leave() {
            hasLeft = connection.transmit(
              { name, args, maxBytes },
              {
                timeoutMs,
                receive(reply) {
                  try {
                    resolve(readReply(reply, definition.output, definition.errors));
                  } catch (error) {
                    // readReply throws WireErrors only.
                    reject(error as WireError);
                  }
                },
              },
            );
            if (hasLeft) connection.inFlight.add(departure);
            return hasLeft;
          },
          end: reject,
        };
        connection.depart(departure);
        return () => connection.forget(departure);
      },
      (code) => {
        if (hasLeft && mark !== undefined) connection.cancel(mark.cancelId);
        const message =
          code === "timeout" ? `\`${name}\` was not answered in time.` : `\`${name}\` was given up.`;
        return new WireError(code, message, { mayHaveRun: hasLeft });
      },
    );
  }

  return Object.assign(run, {
    safe: (...args: [unknown?, CallOptions?]) =>
      // The same parameters as `run`, whichever of its two forms it is.
      (run as (...args: unknown[]) => Promise<unknown>)(...args).then(
        (value) => ({ ok: true, value }),
        (error: unknown) => ({ ok: false, error }),
      ),
  });
}
