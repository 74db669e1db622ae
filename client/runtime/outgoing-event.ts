import type { PayloadCheck } from "../../contracts/wire/index.js";
import type { Member } from "./client-definition.js";
import type { Emit } from "./client-types.js";
import { preparePayload } from "./prepare-payload.js";

/** A member of `emit`. */
export function outgoingEvent(check?: PayloadCheck): Member {
  return (name, connection): Emit<unknown> =>
    (payload) => {
      connection.depart({
        ...preparePayload(check, payload, name),
        name,
        end(error, by) {
          // Whoever closes the channel knows that what waited is gone.
          if (by !== "client") connection.report("emit", error, name);
        },
      });
    };
}
