import type { PayloadCheck } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { Member } from "./client-definition.js";
import type { Emit } from "./client-types.js";
import { type Prepared, preparePayload } from "./prepare-payload.js";

/** A member of `emit`. */
export function outgoingEvent(check?: PayloadCheck): Member {
  return (name, connection): Emit<unknown> =>
    (payload) =>
      sendEvent(connection, name, preparePayload(check, payload, name));
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
