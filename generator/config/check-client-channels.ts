import type { ContractModel, Problem, ResolvedConfig } from "../model/index.js";
import type { Locate } from "./check-config.js";
import { nearestName } from "./nearest-name.js";

/** Problems of the channels that a configuration names for its clients: those that no contract exports. */
export function checkClientChannels(config: ResolvedConfig, model: ContractModel, locate: Locate): Problem[] {
  const known = model.channels.map(({ name }) => name);
  return config.clients.flatMap(({ channels = [] }, index) =>
    channels
      .filter((name) => !known.includes(name))
      .map((name) => {
        const place = locate(["clients", index, "channels"]);
        const nearest = nearestName(name, known);
        return {
          code: "WP1006",
          ...(place && { place }),
          message: `\`clients[${index}].channels\` names \`${name}\`, which no contract exports as a channel`,
          mend:
            nearest === undefined
              ? `name one of ${known.map((channel) => `\`${channel}\``).join(", ")}`
              : `did you mean \`${nearest}\`?`,
        };
      }),
  );
}
