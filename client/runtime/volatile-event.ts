import type { PayloadCheck } from "../../contracts/wire/index.js";
import type { Member } from "./client-definition.js";
import type { Emit } from "./client-types.js";
import { isCongested } from "./is-congested.js";
import { sendEvent } from "./outgoing-event.js";
import { preparePayload } from "./prepare-payload.js";

/** A member of `emit` whose events are dropped where they cannot leave at once. */
export function volatileEvent(check?: PayloadCheck): Member {
  return (name, connection): Emit<unknown> =>
    (payload) => {
      // First of all: what is wrong is wrong at any time.
      const prepared = preparePayload(check, payload, name);
      if (!isCongested(connection)) sendEvent(connection, name, prepared);
    };
}
