import type { RoomModel } from "../model/index.js";
import { describeRequirement } from "./describe-requirement.js";
import {
  comment,
  contractDocs,
  type Entry,
  emitInterface,
  generic,
  property,
  serverType,
} from "./emit-interface.js";
import { emitKey } from "./emit-literal.js";
import { sessionParameter } from "./emitted-name.js";
import type { Layout } from "./layout.js";
import type { Declaration } from "./module.js";
import { roomNames } from "./names.js";
import { declare, errorEntry, type ServerChannel } from "./server-declaration.js";

/** The rooms of a channel: as targets, from one client, from outside, and what handlers do about them. */
export function roomDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, names } = server;
  const ofSession = ["<", sessionParameter, ">"];
  const declared = (name: string, parameter: Layout, about: string, result: (room: RoomModel) => Layout) =>
    declare(server, name, comment(about), emitInterface([name, parameter], keyedEntries(server, result)));
  return [
    declared(
      names.roomTargets,
      [],
      `The rooms of \`${channel.name}\` as targets, by family and key.`,
      () => names.target,
    ),
    declared(
      names.memberships,
      ofSession,
      `The rooms of \`${channel.name}\`, seen from one client.`,
      (room) => {
        const presence = server.types.rooms.get(room.name)?.presence;
        const types = [sessionParameter, keyType(server, room)];
        return presence === undefined
          ? generic(serverType("RoomMembership"), types)
          : generic(serverType("PresenceMembership"), [...types, presence.yields, presence.accepts]);
      },
    ),
    declared(
      names.rooms,
      ofSession,
      `The rooms of \`${channel.name}\`, seen from outside a handler.`,
      (room) => {
        const presence = server.types.rooms.get(room.name)?.presence;
        const types = [sessionParameter, keyType(server, room)];
        return presence === undefined
          ? generic(serverType("RoomHandle"), types)
          : generic(serverType("PresenceHandle"), [...types, presence.yields]);
      },
    ),
    handlersOfRooms(server),
  ];
}

/** `rooms` among a channel's handlers: has to be there where a client may ask to join. */
export function roomsEntry({ channel, names }: ServerChannel): readonly Entry[] {
  if (channel.rooms.length === 0) return [];
  const isAsked = channel.rooms.some(({ join }) => join === "client");
  const about = isAsked
    ? "Who may join rooms, and what happens as clients come to them and go."
    : "What happens as clients come to rooms and go.";
  return [
    {
      docs: comment(about),
      text: [
        isAsked ? "readonly rooms: " : "readonly rooms?: ",
        generic(names.roomHandlers, [sessionParameter]),
      ],
    },
  ];
}

/** What `mayJoin` is given of a family that declares errors: their constructors, and a context that has them. */
export function joinDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, types, names, context } = server;
  return channel.rooms.flatMap(({ name, place }): readonly Declaration[] => {
    const errors = types.rooms.get(name)?.errors ?? [];
    if (errors.length === 0) return [];
    const room = roomNames(name);
    const path = `${channel.name}.rooms.${name}`;
    const ofSession = ["<", sessionParameter, ">"];
    const entry = property(
      "error",
      room.errors,
      comment("Makes the declared errors: throw what it returns."),
    );
    return [
      {
        name: room.errors,
        origin: `the errors of joining \`${path}\``,
        place,
        docs: comment(`Makes the errors that the contract declares for joining \`${path}\`, to be thrown.`),
        text: emitInterface(
          room.errors,
          errors.map((error) => errorEntry(error, context)),
        ),
      },
      {
        name: room.context,
        origin: `the context of joining \`${path}\``,
        place,
        docs: comment(`What \`${path}.mayJoin\` is given besides the key.`),
        text: emitInterface([room.context, ofSession], [entry], [names.context, ofSession]),
      },
    ];
  });
}

function handlersOfRooms(server: ServerChannel): Declaration {
  const { channel, names, context } = server;
  const entries = channel.rooms.map((room): Entry => {
    const isAsked = room.join === "client";
    const general = generic(names.context, [sessionParameter]);
    const hasErrors = (server.types.rooms.get(room.name)?.errors ?? []).length > 0;
    const asking = hasErrors ? generic(roomNames(room.name).context, [sessionParameter]) : general;
    const kind = `${isAsked ? "Joinable" : ""}${room.presence ? "Presence" : "Room"}Handlers`;
    const type = generic(serverType(kind), [
      keyType(server, room),
      general,
      ...(isAsked && hasErrors ? [asking] : []),
    ]);
    return {
      docs: contractDocs(room, context.toRoot, undefined, describeRequirement(room)),
      text: ["readonly ", emitKey(room.name), isAsked ? ": " : "?: ", type],
    };
  });
  return declare(
    server,
    names.roomHandlers,
    comment(`What the server does about the rooms of \`${channel.name}\`, by family.`),
    emitInterface([names.roomHandlers, "<", sessionParameter, ">"], entries),
  );
}

/** `family: (key: Key) => Result`, for each family. */
function keyedEntries(server: ServerChannel, result: (room: RoomModel) => Layout): readonly Entry[] {
  const { channel, context } = server;
  return channel.rooms.map((room) =>
    property(
      room.name,
      ["(key: ", keyType(server, room), ") => ", result(room)],
      contractDocs(room, context.toRoot),
    ),
  );
}

function keyType({ types }: ServerChannel, { name }: RoomModel): Layout {
  return types.rooms.get(name)?.key ?? "never";
}
