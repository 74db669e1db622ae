/** The families of rooms that clients join → their types on the client, and what its runtime is told of them. */
import type { ChannelModel, PayloadModel, RoomModel } from "../model/index.js";
import {
  clientType,
  clientValue,
  comment,
  contractDocs,
  type Entry,
  generic,
  property,
} from "./emit-interface.js";
import { emitObject, type Property } from "./emit-literal.js";
import type { TypeContext } from "./emit-type.js";
import type { Layout } from "./layout.js";
import type { Declaration } from "./module.js";
import { roomNames } from "./names.js";
import type { ChannelTypes, ErrorType } from "./payload-types.js";

/** `conversation: (key: ConversationKey) => JoinableRoom<…>`, for each family. */
export function roomEntries(types: ChannelTypes, channel: ChannelModel, { toRoot }: TypeContext): Entry[] {
  return channel.rooms.flatMap((room) => {
    const typed = types.rooms.get(room.name);
    if (typed === undefined) return [];
    const failure = typed.errors.length > 0 ? roomNames(room.name).failure : clientType("SystemFailure");
    const type = ["(key: ", typed.key, ") => ", generic(clientType("JoinableRoom"), [failure])];
    return [property(room.name, type, contractDocs(room, toRoot))];
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

/** `rooms: { conversation: joinedRoom({ key: … }) }`; nothing where no client joins. */
export function roomsProperty(
  { rooms }: ChannelModel,
  check: (payload: PayloadModel) => Layout,
  errorsOf: (errors: NonNullable<RoomModel["errors"]>) => readonly Property[],
): readonly Property[] {
  const joined = rooms.filter(({ join }) => join === "client");
  if (joined.length === 0) return [];
  const families = joined.map(({ name, key, errors = [] }) => {
    const shape = emitObject([{ name: "key", value: check(key) }, ...errorsOf(errors)]);
    return { name, value: [clientValue("joinedRoom"), "(", shape, ")"] };
  });
  return [{ name: "rooms", value: emitObject(families, true) }];
}
