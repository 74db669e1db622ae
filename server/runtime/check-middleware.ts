import type { ChannelDefinition } from "../../contracts/wire/index.js";
import type { UsedMiddleware } from "./middleware-of.js";
import { StartupError } from "./startup-error.js";

/**
 * Throws a {@link StartupError} for what is no middleware, and for a name that the channel does not have: the compiler says
 * so first, but a start from plain JavaScript or through a cast has no compiler.
 */
export function checkMiddleware(definition: ChannelDefinition, used: readonly UsedMiddleware[]): void {
  for (const { middleware, members } of used) {
    if (Object(middleware).$wirepact !== "middleware") {
      throw new StartupError(
        "WP_NOT_A_MIDDLEWARE",
        `What runs around the handlers of \`${definition.name}\` has to be made by \`middleware({ … })\`.`,
      );
    }
    const unknown = members.find((member) => !Object.hasOwn(definition.clientToServer, member));
    if (unknown === undefined) continue;
    throw new StartupError(
      "WP_UNKNOWN_MEMBER",
      `Middleware \`${middleware.name}\` is named for \`${definition.name}.${unknown}\`, which is not in the contract. Remove the name, or declare \`${unknown}\` under \`clientToServer\`.`,
    );
  }
}
