import { type EventDefinition, type Reply, WireError } from "../../contracts/wire/index.js";
import { callListener } from "./call-listener.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { On, Stop } from "./client-types.js";
import { iterateEvent } from "./iterate-event.js";
import { readPayload } from "./prepare-payload.js";
import { waitFor } from "./wait-for.js";

/** One event of the server: what the application listens with, and what the socket calls. */
export interface IncomingEvent {
  readonly on: On<unknown>;
  readonly receive: (args: readonly unknown[]) => void;
}

/** Makes one member of `on`. */
export function incomingEvent(
  name: string,
  definition: EventDefinition,
  connection: ChannelConnection,
): IncomingEvent {
  // A Set of wrappers: the same function registered twice is called twice and stopped one by one.
  const listeners = new Set<{ readonly call: (payload: unknown) => void }>();
  const onThrow = (error: unknown) => connection.report("listener", error, name);

  const listen = (call: (payload: unknown) => void): Stop => {
    const entry = { call };
    listeners.add(entry);
    return () => {
      listeners.delete(entry);
    };
  };

  return {
    on: Object.assign(listen, {
      once: (options?: Parameters<On<unknown>["once"]>[0]) =>
        waitFor<unknown>(options, (resolve, reject) => {
          const stop = listen(resolve);
          connection.onEnd.add(reject);
          return () => {
            stop();
            connection.onEnd.delete(reject);
          };
        }),
      iterate: (options?: Parameters<On<unknown>["iterate"]>[0]) => iterateEvent(listen, connection, options),
    }),
    receive(args) {
      const last = args.at(-1);
      // JSON carries no function: this is Socket.IO's, for a sender that awaits an answer.
      if (typeof last === "function") {
        const message = `\`${name}\` is an event and is not answered.`;
        last({ ok: false, error: { code: "bad_input", message } } satisfies Reply);
        connection.report("bad_event", new WireError("bad_input", message), name);
        return;
      }
      const declared = definition.payload === undefined ? 0 : 1;
      const isNumbered = connection.isRecovering && args.length > declared && typeof last === "string";
      const verdict = readPayload(definition.payload, isNumbered ? args.slice(0, -1) : args);
      if (!verdict.ok) {
        const { issues } = verdict;
        const message = `The payload of \`${name}\` breaks the contract.`;
        connection.report("bad_event", new WireError("bad_input", message, { issues }), name);
        return;
      }
      for (const entry of [...listeners]) {
        if (listeners.has(entry)) callListener(entry.call, verdict.value, onThrow);
      }
    },
  };
}
