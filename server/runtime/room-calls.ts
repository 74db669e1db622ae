import type { Socket } from "socket.io";
import { roomEvents, WireError } from "../../contracts/wire/index.js";
import type { Member, UnboundedMember } from "./channel.js";
import type { Connection } from "./connection.js";
import { isWatchers } from "./presence/channel-presence.js";
import { type Move, roomCall } from "./room-call.js";
import type { Family } from "./room-families.js";
import { isThenable } from "./run.js";

/** Joins of a connection that still wait for `mayJoin`, by room. */
type Joins = Map<string, Set<{ isWithdrawn: boolean }>>;

/** The calls by which clients join rooms and leave them, by their names on the wire. */
export function roomCalls(
  channel: string,
  families: ReadonlyMap<string, Family>,
): [string, UnboundedMember][] {
  const joins = new WeakMap<Connection, Joins>();
  return [...families.values()].flatMap((family) => {
    const { mayJoin } = family;
    if (mayJoin === undefined) return [];
    const events = roomEvents(family.name);
    const { errors, requires } = family.definition;
    return [
      roomCall(channel, family, { name: events.join, kind: "join", errors, requires }, (move) =>
        join(joinsOf(joins, move.connection), move, mayJoin),
      ),
      roomCall(channel, family, { name: events.leave, kind: "leave" }, ({ connection, room }) => {
        for (const pending of joins.get(connection)?.get(room) ?? []) pending.isWithdrawn = true;
        return connection.socket.leave(room);
      }),
    ];
  });
}

/**
 * Asks `mayJoin` and takes the client in, unless it is inside already. At once where the answer is no promise: whatever the
 * client sends next finds it inside.
 */
function join(joins: Joins, { connection, room, key, context }: Move, mayJoin: Member): unknown {
  const { socket } = connection;
  const { maxRooms } = connection.channel.limits;
  const isInside = () => socket.rooms.has(room);
  const checkIsFree = () => {
    if (isFull(connection.budget.sockets, maxRooms))
      throw new WireError("overloaded", `A connection is in ${maxRooms} rooms at most.`);
  };
  const enter = (mayEnter: unknown) => {
    if (isInside()) return undefined;
    if (mayEnter !== true) throw new WireError("unauthorized", "This client may not join the room.");
    // Others may have been joined while `mayJoin` was at it.
    checkIsFree();
    return socket.join(room);
  };
  if (isInside()) return undefined;
  checkIsFree();
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

/** Socket.IO gives each client a room of its own; those of watchers go with others. */
function isFull(sockets: Iterable<Socket>, maxRooms: number): boolean {
  let all = 0;
  for (const { rooms } of sockets) all += rooms.size - 1;
  if (all < maxRooms) return false;
  let watchers = 0;
  for (const { rooms } of sockets) for (const room of rooms) if (isWatchers(room)) watchers++;
  return all - watchers >= maxRooms;
}

function joinsOf(joins: WeakMap<Connection, Joins>, connection: Connection): Joins {
  const known = joins.get(connection) ?? new Map();
  joins.set(connection, known);
  return known;
}
