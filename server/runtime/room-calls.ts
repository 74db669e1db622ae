import { roomEvents, WireError } from "../../contracts/wire/index.js";
import type { Channel, ClientToServerMember, Member } from "./channel.js";
import type { Connection } from "./connection.js";
import type { HandlerContext } from "./handler-context.js";
import type { Family } from "./room-families.js";
import { roomName } from "./room-name.js";

/** Most rooms that a client may be in as it asks for another one. */
const maxRooms = 1_000;

/** Joins of a connection that still wait for `mayJoin`, by room. */
type Joins = Map<string, Set<{ isWithdrawn: boolean }>>;

/** The calls by which clients join rooms and leave them, by their names on the wire. */
export function roomCalls(channel: Channel): [string, ClientToServerMember][] {
  const joins = new WeakMap<Connection, Joins>();
  return [...channel.families.values()].flatMap((family) => {
    const { mayJoin } = family;
    if (mayJoin === undefined) return [];
    const events = roomEvents(family.name);
    return [
      roomCall(channel, family, events.join, (move) => join(joinsOf(joins, move.connection), move, mayJoin)),
      roomCall(channel, family, events.leave, async ({ connection, room }) => {
        for (const pending of joins.get(connection)?.get(room) ?? []) pending.isWithdrawn = true;
        await connection.socket.leave(room);
      }),
    ];
  });
}

/** What a client asks for. */
interface Move {
  readonly connection: Connection;
  readonly room: string;
  readonly key: unknown;
  readonly context: HandlerContext;
}

function roomCall(
  channel: Channel,
  family: Family,
  name: string,
  run: (move: Move) => Promise<void>,
): [string, ClientToServerMember] {
  const { definition, mayJoin } = family;
  const move = async (key: unknown, context: HandlerContext) => {
    const connection = channel.connections.get(context.id);
    if (connection === undefined) return;
    await run({ connection, room: roomName(family.name, definition, key), key, context });
  };
  const { errors = {} } = definition;
  return [
    name,
    {
      name,
      place: `${channel.definition.name}.${name}`,
      errors: mayJoin?.errors ?? {},
      definition: { kind: "call", input: definition.key, output: undefined, errors },
      // Called as every handler of a call with an input is.
      handle: (key, context) => move(key, context as HandlerContext),
    },
  ];
}

async function join(joins: Joins, { connection, room, key, context }: Move, mayJoin: Member): Promise<void> {
  const { socket } = connection;
  const pending = { isWithdrawn: false };
  const ofRoom = joins.get(room) ?? new Set();
  joins.set(room, ofRoom.add(pending));
  try {
    if (!(await mayJoin.handle(key, context))) {
      throw new WireError("unauthorized", "This client may not join the room.");
    }
  } finally {
    ofRoom.delete(pending);
    if (ofRoom.size === 0) joins.delete(room);
  }
  // The client has left meanwhile, was told that the deadline has passed, or is gone: then it is not to be inside.
  if (pending.isWithdrawn || context.signal.aborted) return;
  if (socket.rooms.size > maxRooms && !socket.rooms.has(room)) {
    throw new WireError("overloaded", `A client is in ${maxRooms} rooms at most.`);
  }
  await socket.join(room);
}

function joinsOf(joins: WeakMap<Connection, Joins>, connection: Connection): Joins {
  const known = joins.get(connection) ?? new Map();
  joins.set(connection, known);
  return known;
}
