import type { Socket } from "socket.io";
import { type Hello, helloEvent, protocolVersion, WireError } from "../../contracts/wire/index.js";
import type { Channel } from "./channel.js";
import { type Admission, Connection } from "./connection.js";
import { corkFrames } from "./cork-frames.js";
import { logFailure } from "./failure-payload.js";
import { replaceUnsent } from "./replace-unsent.js";
import { invoke, Run } from "./run.js";
import { bindReceiver, keepOrder, receiverOf } from "./socket-internals.js";
import { watchExpiry } from "./watch-expiry.js";
import { tellRooms } from "./watch-rooms.js";

/**
 * Binds a client to its handlers. Synchronous from Socket.IO's "connection" to the last listener, so that nothing a client
 * sends right after it connects is lost.
 */
export function bindConnection(channel: Channel, socket: Socket, admission: Admission): void {
  const connection = new Connection(channel, socket, admission);
  channel.connections.set(connection.id, connection);
  corkFrames(socket);
  replaceUnsent(socket, channel.latestEvents);
  // What is bound here ends with the socket; there is nothing to take back.
  bindReceiver(socket, connection);
  socket.on("disconnect", endConnection);
  if (connection.readsBatches) {
    keepOrder(socket);
    const hello: Hello = { protocol: protocolVersion, ...(channel.watch?.readsTraces && { traces: true }) };
    socket.emit(helloEvent, hello);
  }
  if (admission.replay) channel.replay?.bind(connection, admission.replay, admission.resumption);
  channel.watch?.connected(channel.definition.name);
  tellRooms(connection);
  watchExpiry(connection);
  sayWelcome(connection);
  channel.drain.meet(connection);
}

/** One function for all sockets, which an idle connection has to pay nothing for. */
function endConnection(this: Socket, reason: string): void {
  const connection = receiverOf(this);
  if (!(connection instanceof Connection)) return;
  connection.channel.connections.delete(connection.id);
  connection.end(reason);
  // However a client leaves that was asked to.
  const told = connection.isMoving ? "server shutting down" : reason;
  connection.channel.watch?.disconnected(connection.channel.definition.name, told);
  sayFarewell(connection, told);
}

/** Runs `connected`. Its context lives as long as the connection; what it throws is logged and the client stays. */
function sayWelcome(connection: Connection): void {
  const { connected } = connection.channel;
  if (connected === undefined) return;
  const run = new Run(connection, connected);
  invoke(
    () => connected.handle(run.context),
    () => undefined,
    (error) => {
      if (!run.isOwnAbort(error)) logFailure(run, error);
    },
  );
}

/**
 * Runs `disconnect`: once for each client that `connect` let in, even if the client was gone before its connection was made,
 * so that what `connect` took can be given back.
 */
export function sayFarewell(connection: Connection, reason: string): void {
  const { disconnect, farewells } = connection.channel;
  if (disconnect === undefined) return;
  const run = new Run(connection, disconnect);
  run.abort(new WireError("disconnected", `The client is gone: ${reason}.`));
  const farewell = new Promise<void>((resolve) => {
    invoke(
      () => disconnect.handle(reason, run.context),
      () => resolve(),
      (error) => {
        if (!run.isOwnAbort(error)) logFailure(run, error);
        resolve();
      },
    );
  });
  farewells.add(farewell);
  void farewell.then(() => farewells.delete(farewell));
}
