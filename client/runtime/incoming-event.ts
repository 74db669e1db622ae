import { type PayloadCheck, WireError } from "../../contracts/wire/index.js";
import type { ArgumentList } from "./argument-list.js";
import { callListener } from "./call-listener.js";
import type { Member } from "./client-definition.js";
import type { On, Stop } from "./client-types.js";
import { iterateEvent } from "./iterate-event.js";
import { brokenBy, failure, readPayload } from "./prepare-payload.js";
import { waitFor } from "./wait-for.js";

/** A member of `on`: listens to an event of the server; `list` is there where it has a list of arguments. */
export function incomingEvent(check?: PayloadCheck, list?: ArgumentList): Member {
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

    connection.receivers[name] = (args, socket) => {
      const last = args.at(-1);
      // JSON carries no function: this is Socket.IO's, for a sender that awaits an answer.
      if (typeof last === "function") {
        const message = `\`${name}\` is an event and is not answered.`;
        last(failure({ code: "bad_input", message }));
        connection.report("bad_event", new WireError("bad_input", message), name);
        return;
      }
      // Private in the types: where the server recovers connections, it puts a number, as text, behind the arguments.
      const { _pid: session } = socket as unknown as { readonly _pid?: unknown };
      const isNumbered =
        typeof session === "string" &&
        args.length > (list ? list.count : check ? 1 : 0) &&
        typeof last === "string";
      const given = isNumbered ? args.slice(0, -1) : args;
      const verdict = list ? list.read(check, given) : readPayload(check, given);
      if (!verdict.ok) {
        const { issues } = verdict;
        connection.report("bad_event", new WireError("bad_input", brokenBy(name), { issues }), name);
        return;
      }
      for (const entry of [...listeners]) {
        if (listeners.has(entry)) callListener(entry.call, verdict.value, onThrow);
      }
    };

    return Object.assign(list ? list.listen(listen) : listen, {
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
