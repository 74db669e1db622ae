import { roomEvents, WireError } from "../../contracts/wire/index.js";
import type { Channel, ClientToServerMember, Member } from "./channel.js";
import type { Connection } from "./connection.js";
import type { HandlerContext } from "./handler-context.js";
import type { Family } from "./room-families.js";
import { roomName } from "./room-name.js";
import { isThenable } from "./run.js";

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
      roomCall(channel, family, events.leave, ({ connection, room }) => {
        for (const pending of joins.get(connection)?.get(room) ?? []) pending.isWithdrawn = true;
        return connection.socket.leave(room);
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
  run: (move: Move) => unknown,
): [string, ClientToServerMember] {
  const { definition, mayJoin } = family;
  const move = (key: unknown, context: HandlerContext) => {
    const connection = channel.connections.get(context.id);
    if (connection === undefined) return undefined;
    return run({ connection, room: roomName(family.name, definition, key), key, context });
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

/**
 * Asks `mayJoin` and takes the client in. At once where the answer is no promise: whatever the client sends next finds
 * it inside.
 */
function join(joins: Joins, { connection, room, key, context }: Move, mayJoin: Member): unknown {
  const { socket } = connection;
  const enter = (mayEnter: unknown) => {
    if (mayEnter !== true) throw new WireError("unauthorized", "This client may not join the room.");
    if (socket.rooms.size > maxRooms && !socket.rooms.has(room)) {
      throw new WireError("overloaded", `A client is in ${maxRooms} rooms at most.`);
    }
    return socket.join(room);
  };
  const answer = mayJoin.handle(key, context);
  if (!isThenable(answer)) return enter(answer);
  const pending = { isWithdrawn: false };
  const ofRoom = joins.get(room) ?? new Set();
  joins.set(room, ofRoom.add(pending));
  return Promise.resolve(answer)
    .finally(() => {
      ofRoom.delete(pending);
      if (ofRoom.size === 0) joins.delete(room);
    })
    .then((mayEnter) => {
      // The client has left meanwhile, or was told that the deadline has passed: then it is not to be inside.
      if (!pending.isWithdrawn && !context.signal.aborted) return enter(mayEnter);
    });
}

function joinsOf(joins: WeakMap<Connection, Joins>, connection: Connection): Joins {
  const known = joins.get(connection) ?? new Map();
  joins.set(connection, known);
  return known;
}
