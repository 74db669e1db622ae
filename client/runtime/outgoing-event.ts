import type { EventDefinition } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { Emit } from "./client-types.js";
import { preparePayload } from "./prepare-payload.js";

/** Makes one member of `emit`. */
export function outgoingEvent(
  name: string,
  definition: EventDefinition,
  connection: ChannelConnection,
): Emit<unknown> {
  return (payload) => {
    const { value, maxBytes } = preparePayload(definition.payload, payload, `The payload of \`${name}\``);
    const args = value === undefined ? [] : [value];
    connection.depart({
      leave: () => connection.transmit({ name, args, maxBytes }),
      end(error, by) {
        // Whoever closes the channel knows that what waited is gone.
        if (by !== "client") connection.report("emit", error, name);
      },
    });
  };
}
