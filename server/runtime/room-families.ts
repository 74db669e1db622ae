import type { ChannelDefinition, RoomDefinition } from "../../contracts/wire/index.js";
import { bindHandler } from "./bind-handler.js";
import type { Member } from "./channel.js";
import type { Handlers } from "./check-implementations.js";

/** A family of rooms of a channel, with what its handlers do. */
export interface Family {
  readonly name: string;
  readonly definition: RoomDefinition;
  /** There for a family that clients may ask to join. */
  readonly mayJoin: Member | undefined;
  /** The id under which a client is present; its own where there is no such handler. */
  readonly presenceId: Member | undefined;
  readonly onJoin: Member | undefined;
  readonly onLeave: Member | undefined;
}

/** Handlers of a channel's families, by the family's name: what stands under `rooms` among its handlers. */
export type RoomFamilyHandlers = Readonly<Record<string, Handlers | undefined>>;

/** The families of a channel, by name. */
export function roomFamilies(
  { name: channel, rooms }: ChannelDefinition,
  handlers: Handlers,
): ReadonlyMap<string, Family> {
  const ofFamilies = roomHandlersOf(handlers);
  return new Map(
    Object.entries(rooms).map(([name, definition]): [string, Family] => {
      const own = ofFamilies[name] ?? {};
      const bind = (handler: string, errors: RoomDefinition["errors"] = {}) =>
        own[handler] === undefined
          ? undefined
          : bindHandler(`${channel}.rooms.${name}`, handler, own, errors);
      const mayJoin = definition.join === undefined ? undefined : bind("mayJoin", definition.errors);
      const presenceId = definition.presence === undefined ? undefined : bind("presenceId");
      return [
        name,
        { name, definition, mayJoin, presenceId, onJoin: bind("onJoin"), onLeave: bind("onLeave") },
      ];
    }),
  );
}

/** What stands under `rooms` among a channel's handlers. */
export function roomHandlersOf(handlers: object): RoomFamilyHandlers {
  // Checked when the plugin starts.
  return "rooms" in handlers ? ((handlers.rooms ?? {}) as RoomFamilyHandlers) : {};
}
