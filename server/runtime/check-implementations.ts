import type { ChannelDefinition } from "../../contracts/wire/index.js";
import { checkIsFunction } from "./check-is-function.js";
import { checkRoomHandlers } from "./check-room-handlers.js";
import type { ChannelImplementation } from "./server-types.js";
import { StartupError } from "./startup-error.js";

/** Handlers of one channel, by name. Their types were checked where they were written. */
export type Handlers = Readonly<Record<string, ((...values: unknown[]) => unknown) | undefined>>;

const lifeCycleHandlers: ReadonlySet<string> = new Set(["connect", "connected", "disconnect", "onError"]);

/**
 * Each channel's handlers. Throws a {@link StartupError} for the first thing that is missing, too much or no function:
 * the compiler says so first, but a start from plain JavaScript or through a cast has no compiler.
 */
export function checkImplementations(
  definitions: readonly ChannelDefinition[],
  channels: Readonly<Record<string, ChannelImplementation<string>>> | undefined,
): ReadonlyMap<string, Handlers> {
  const given = new Map(Object.entries(channels ?? {}));
  const handlers = new Map<string, Handlers>();
  for (const definition of definitions) {
    handlers.set(definition.name, checkImplementation(definition, given.get(definition.name)));
    given.delete(definition.name);
  }
  const unknown = given.keys().next().value;
  if (unknown !== undefined) {
    throw new StartupError(
      "WP_UNKNOWN_CHANNEL",
      `\`channels.${unknown}\`: no contract has a channel of that name. Remove it, or run \`npx wirepact generate\`.`,
    );
  }
  return handlers;
}

function checkImplementation(
  definition: ChannelDefinition,
  implementation: ChannelImplementation<string> | undefined,
): Handlers {
  const { name } = definition;
  if (implementation === undefined || implementation === null) {
    throw new StartupError(
      "WP_MISSING_CHANNEL",
      `Channel \`${name}\` has no handlers. Pass \`channels: { ${name}: … }\` when you register \`sockets\`.`,
    );
  }
  if (implementation.channel !== name) {
    const { channel } = implementation;
    const held = channel === undefined ? "handlers as they are" : `the handlers of \`${channel}\``;
    throw new StartupError(
      "WP_WRONG_CHANNEL",
      `\`channels.${name}\` holds ${held}. Pass what the implement function of \`${name}\` returns.`,
    );
  }
  // `implementation.handlers` is typed per channel; here only names and functions matter.
  const handlers = implementation.handlers as Handlers;
  for (const member of Object.keys(definition.clientToServer)) {
    if (handlers[member] === undefined) {
      throw new StartupError(
        "WP_MISSING_HANDLER",
        `\`${name}.${member}\` has no handler. Add \`${member}(…) { … }\` to the handlers of \`${name}\`, or run \`npx wirepact generate\` to have it scaffolded.`,
      );
    }
    checkIsFunction(name, member, handlers[member]);
  }
  if (definition.roles !== undefined) {
    if (handlers.roles === undefined) {
      throw new StartupError(
        "WP_MISSING_HANDLER",
        `\`${name}.roles\` is missing, which says what roles a session has. Add \`roles: (session) => [ … ]\` to the handlers of \`${name}\`.`,
      );
    }
    checkIsFunction(name, "roles", handlers.roles);
  }
  for (const member of ownNames(handlers)) {
    if (member === "roles" && definition.roles !== undefined) continue;
    if (Object.hasOwn(definition.clientToServer, member) || member === "rooms") continue;
    if (!lifeCycleHandlers.has(member)) {
      throw new StartupError(
        "WP_UNKNOWN_HANDLER",
        `\`${name}.${member}\` is not in the contract. Remove the handler, or declare \`${member}\` under \`clientToServer\`.`,
      );
    }
    if (handlers[member] !== undefined) checkIsFunction(name, member, handlers[member]);
  }
  checkRoomHandlers(definition, handlers);
  return handlers;
}

/** A class instance may have fields and methods of its own; an object literal holds handlers only. */
function ownNames(handlers: object): string[] {
  const prototype: unknown = Object.getPrototypeOf(handlers);
  return prototype === Object.prototype || prototype === null ? Object.keys(handlers) : [];
}
