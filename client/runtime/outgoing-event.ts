import type { PayloadCheck } from "../../contracts/wire/index.js";
import type { ArgumentList } from "./argument-list.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { Member } from "./client-definition.js";
import { type Prepared, preparePayload } from "./prepare-payload.js";

/** A member of `emit`; `list` is there where the event has a list of arguments. */
export function outgoingEvent(check?: PayloadCheck, list?: ArgumentList): Member {
  return (name, connection) =>
    (...args: unknown[]) =>
      sendEvent(
        connection,
        name,
        list ? list.prepare(check, args, name) : preparePayload(check, args[0], name),
      );
}

/** Sends an event in the line of all others. */
export function sendEvent(connection: ChannelConnection, name: string, prepared: Prepared): void {
  connection.depart({
    ...prepared,
    name,
    end(error, by) {
      // Whoever closes the channel knows that what waited is gone.
      if (by !== "client") connection.report("emit", error, name);
    },
  });
}
