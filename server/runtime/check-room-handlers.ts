import type { ChannelDefinition } from "../../contracts/wire/index.js";
import type { Handlers } from "./check-implementations.js";
import { checkIsFunction } from "./check-is-function.js";
import { roomHandlersOf } from "./room-families.js";
import { StartupError } from "./startup-error.js";

/** Handlers that each family of rooms may have. */
const roomHandlerNames: readonly string[] = ["onJoin", "onLeave"];

/** Throws a {@link StartupError} for the first thing under `rooms` that is missing, too much or no function. */
export function checkRoomHandlers({ name, rooms }: ChannelDefinition, handlers: Handlers): void {
  const ofFamilies = roomHandlersOf(handlers);
  for (const [family, { join }] of Object.entries(rooms)) {
    if (join === undefined || ofFamilies[family]?.mayJoin !== undefined) continue;
    throw new StartupError(
      "WP_MISSING_HANDLER",
      `\`${name}.rooms.${family}.mayJoin\` is missing. Add \`rooms: { ${family}: { mayJoin(key, context) { … } } }\` to the handlers of \`${name}\`.`,
    );
  }
  for (const [family, own] of Object.entries(ofFamilies)) {
    const known = [
      ...(rooms[family]?.join === undefined ? [] : ["mayJoin"]),
      ...(rooms[family]?.presence === undefined ? [] : ["presenceId"]),
      ...roomHandlerNames,
    ];
    if (!Object.hasOwn(rooms, family)) {
      throw unknown(`${name}.rooms.${family}`, `declare \`${family}\` under \`rooms\``);
    }
    for (const [handler, run] of Object.entries(own ?? {})) {
      const place = `${name}.rooms.${family}`;
      if (!known.includes(handler)) {
        throw unknown(`${place}.${handler}`, `name it ${known.join(" or ")}`);
      }
      if (run !== undefined) checkIsFunction(place, handler, run);
    }
  }
}

function unknown(place: string, otherMend: string): StartupError {
  return new StartupError(
    "WP_UNKNOWN_HANDLER",
    `\`${place}\` is not in the contract. Remove the handler, or ${otherMend}.`,
  );
}
