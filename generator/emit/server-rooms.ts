import type { RoomModel } from "../model/index.js";
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
import { declare, type ServerChannel } from "./server-declaration.js";

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
      (room) => generic(serverType("RoomMembership"), [sessionParameter, keyType(server, room)]),
    ),
    declared(
      names.rooms,
      ofSession,
      `The rooms of \`${channel.name}\`, seen from outside a handler.`,
      (room) => generic(serverType("RoomHandle"), [sessionParameter, keyType(server, room)]),
    ),
    handlersOfRooms(server),
  ];
}

/** `rooms` among a channel's handlers. */
export function roomsEntry({ channel, names }: ServerChannel): readonly Entry[] {
  if (channel.rooms.length === 0) return [];
  return [
    {
      docs: comment("What happens as clients come to rooms and go."),
      text: ["readonly rooms?: ", generic(names.roomHandlers, [sessionParameter])],
    },
  ];
}

function handlersOfRooms(server: ServerChannel): Declaration {
  const { channel, names, context } = server;
  const entries = channel.rooms.map((room): Entry => {
    const type = generic(serverType("RoomHandlers"), [
      keyType(server, room),
      generic(names.context, [sessionParameter]),
    ]);
    return { docs: contractDocs(room, context.toRoot), text: ["readonly ", emitKey(room.name), "?: ", type] };
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
  return types.rooms.get(name) ?? "never";
}
