/** The families of rooms that clients see → their types on the client, and what its runtime is told of them. */
import { type ChannelModel, isSeenByClients, type PayloadModel, type RoomModel } from "../model/index.js";
import { call } from "./check/call-layout.js";
import { describeRequirement } from "./describe-requirement.js";
import {
  clientType,
  clientValue,
  comment,
  contractDocs,
  type Entry,
  parameters,
  property,
} from "./emit-interface.js";
import { emitObject, type Property } from "./emit-literal.js";
import type { TypeContext } from "./emit-type.js";
import { join, type Layout } from "./layout.js";
import type { Declaration } from "./module.js";
import { roomNames } from "./names.js";
import type { ChannelTypes, ErrorType } from "./payload-types.js";

/** `conversation: (key: ConversationKey) => JoinableRoom<…>`, for each family. */
export function roomEntries(types: ChannelTypes, channel: ChannelModel, { toRoot }: TypeContext): Entry[] {
  return channel.rooms.flatMap((room) => {
    const typed = types.rooms.get(room.name);
    if (typed === undefined) return [];
    const failure = typed.errors.length > 0 ? roomNames(room.name).failure : clientType("SystemFailure");
    const { presence } = typed;
    const ofPresence = presence ? [presence.yields, presence.accepts] : [];
    const type =
      room.join === undefined
        ? [clientType("PresenceRoom"), "<", join(", ", ofPresence), ">"]
        : [
            clientType(presence ? "JoinablePresenceRoom" : "JoinableRoom"),
            "<",
            join(", ", [failure, ...ofPresence]),
            ">",
          ];
    const docs = contractDocs(room, toRoot, undefined, describeRequirement(room));
    return [property(room.name, [parameters([["key: ", typed.key]]), " => ", type], docs)];
  });
}

/** The unions of what joining may fail with. */
export function joinFailures(
  types: ChannelTypes,
  channel: ChannelModel,
  failureType: (name: string, errors: readonly ErrorType[]) => Layout,
): Declaration[] {
  return channel.rooms.flatMap(({ name, place }) => {
    const errors = types.rooms.get(name)?.errors ?? [];
    if (errors.length === 0) return [];
    const { failure } = roomNames(name);
    const path = `${channel.name}.rooms.${name}`;
    return [
      {
        name: failure,
        origin: `the failure of joining \`${path}\``,
        place,
        docs: comment(`What joining \`${path}\` may fail with: narrow by \`code\`.`),
        text: failureType(failure, errors),
      },
    ];
  });
}

/** `rooms: { conversation: joinedRoom({ key: … }) }`; nothing where clients see no rooms. */
export function roomsProperty(
  { rooms }: ChannelModel,
  check: (payload: PayloadModel) => Layout,
  errorsOf: (errors: NonNullable<RoomModel["errors"]>) => readonly Property[],
): readonly Property[] {
  const seen = rooms.filter(isSeenByClients);
  if (seen.length === 0) return [];
  const families = seen.map(({ name, key, join: joinedBy, errors = [], presence }) => {
    const shape = emitObject([
      { name: "key", value: check(key) },
      ...errorsOf(errors),
      ...(presence ? [{ name: "presence", value: call(clientValue("roomPresence"), check(presence)) }] : []),
    ]);
    return {
      name,
      value: [clientValue(joinedBy === undefined ? "givenRoom" : "joinedRoom"), "(", shape, ")"],
    };
  });
  return [{ name: "rooms", value: emitObject(families, true) }];
}
