import type { Socket } from "socket.io";
import { roomEvents } from "../../contracts/wire/index.js";
import type { Channel, Member } from "./channel.js";
import type { Connection } from "./connection.js";
import { logFailure } from "./failure-payload.js";
import type { Family } from "./room-families.js";
import { readRoomName } from "./room-name.js";
import { invoke, Run } from "./run.js";

/**
 * Runs `onJoin` and `onLeave`. Told by Socket.IO's adapter, which knows of every way into a room and out of it: a handler,
 * a route, another process of the cluster, the end of a connection. Where nobody wants to know, nothing listens.
 */
export function watchRooms(channel: Channel): void {
  if (!isWatched(channel)) return;
  const tell = (move: "onJoin" | "onLeave") => (room: string, clientId: string) => {
    const connection = channel.connections.get(clientId);
    if (connection !== undefined) moved(connection, room, move);
  };
  // The adapter ends with the server.
  channel.namespace.adapter.on("join-room", tell("onJoin"));
  channel.namespace.adapter.on("leave-room", tell("onLeave"));
}

/** Tells of the rooms that a client has had since before it was bound: Socket.IO may have recovered its connection. */
export function tellRooms(connection: Connection): void {
  if (!isWatched(connection.channel)) return;
  connection.socket.on("disconnecting", markEnding);
  for (const room of connection.socket.rooms) moved(connection, room, "onJoin");
}

/** Clients that are about to be gone, and out of all their rooms: there is nobody to be told any more. */
const ending = new WeakSet<Socket>();

function markEnding(this: Socket): void {
  ending.add(this);
}

function isWatched({ families }: Channel): boolean {
  return [...families.values()].some(hasWatcher);
}

function hasWatcher(family: Family): boolean {
  return family.onJoin !== undefined || family.onLeave !== undefined || isTold(family);
}

/** Whether clients keep account of where they are in a family's rooms. */
function isTold({ definition }: Family): boolean {
  return definition.join !== undefined || definition.presence !== undefined;
}

function moved(connection: Connection, room: string, move: "onJoin" | "onLeave"): void {
  const found = readRoomName(connection.channel.families, room);
  if (found === undefined) return;
  const { family, key } = found;
  // At once: what the server says of a room is ahead of the answer to the call that caused it.
  if (isTold(family)) tellClient(connection, family, move, key);
  if (move === "onLeave" && family.definition.presence)
    connection.channel.presence?.leave(room, connection.id);
  const member = family[move];
  if (member === undefined) return;
  // The adapter is still at it: what a handler joins or leaves now would be lost in its loops.
  queueMicrotask(() => runWatcher(connection, member, key));
}

/** A generated client keeps account of where it is, whoever put it there. */
function tellClient(
  connection: Connection,
  { name }: Family,
  move: "onJoin" | "onLeave",
  key: unknown,
): void {
  if (!connection.isGenerated || ending.has(connection.socket)) return;
  const { joined, left } = roomEvents(name);
  connection.send(move === "onJoin" ? joined : left, [key]);
}

function runWatcher(connection: Connection, member: Member, key: unknown): void {
  const run = new Run(connection, member);
  const { farewells } = connection.channel;
  // The app waits for it when it closes: it may be giving back what the client had in the room.
  const farewell = new Promise<void>((resolve) => {
    const end = () => {
      run.finish();
      resolve();
    };
    invoke(
      () => member.handle(key, run.context),
      end,
      (error) => {
        if (!run.isOwnAbort(error)) logFailure(run, error);
        end();
      },
    );
  });
  farewells.add(farewell);
  void farewell.then(() => farewells.delete(farewell));
}
