import type { ChannelDefinition } from "../../contracts/wire/index.js";
import type { Handlers } from "./check-implementations.js";
import { checkIsFunction } from "./check-is-function.js";
import { roomHandlersOf } from "./room-families.js";
import { StartupError } from "./startup-error.js";

/** Handlers that each family of rooms may have. */
const roomHandlerNames: ReadonlySet<string> = new Set(["onJoin", "onLeave"]);

/** Throws a {@link StartupError} for the first thing under `rooms` that is missing, too much or no function. */
export function checkRoomHandlers({ name, rooms }: ChannelDefinition, handlers: Handlers): void {
  for (const [family, own] of Object.entries(roomHandlersOf(handlers))) {
    if (!Object.hasOwn(rooms, family)) {
      throw unknown(`${name}.rooms.${family}`, `declare \`${family}\` under \`rooms\``);
    }
    for (const [handler, run] of Object.entries(own ?? {})) {
      const place = `${name}.rooms.${family}`;
      if (!roomHandlerNames.has(handler)) {
        throw unknown(`${place}.${handler}`, `name it ${[...roomHandlerNames].join(" or ")}`);
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
