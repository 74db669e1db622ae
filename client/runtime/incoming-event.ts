import type { PayloadCheck } from "../../contracts/wire/index.js";
import { callListener } from "./call-listener.js";
import type { Member } from "./client-definition.js";
import type { On, Stop } from "./client-types.js";
import { iterateEvent } from "./iterate-event.js";
import { receiveEvent } from "./receive-event.js";
import { waitFor } from "./wait-for.js";

/** A member of `on`: listens to an event of the server. */
export function incomingEvent(check?: PayloadCheck): Member {
  return (name, connection): On<unknown> => {
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

    receiveEvent(name, check, connection, (payload) => {
      for (const entry of [...listeners]) {
        if (listeners.has(entry)) callListener(entry.call, payload, onThrow);
      }
    });

    return Object.assign(listen, {
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
    });
  };
}
