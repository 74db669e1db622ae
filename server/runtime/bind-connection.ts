import type { Socket } from "socket.io";
import { WireError } from "../../contracts/wire/index.js";
import type { Channel } from "./channel.js";
import { type Admission, Connection } from "./connection.js";
import { logFailure } from "./failure-payload.js";
import { receivePacket } from "./receive-packet.js";
import { replaceUnsent } from "./replace-unsent.js";
import { invoke, Run } from "./run.js";

/**
 * Binds a client to its handlers. Synchronous from Socket.IO's "connection" to the last listener, so that nothing a client
 * sends right after it connects is lost.
 */
export function bindConnection(channel: Channel, socket: Socket, admission: Admission): void {
  const connection = new Connection(channel, socket, admission);
  channel.connections.set(connection.id, connection);
  replaceUnsent(socket, channel.latestEvents);
  // Socket.IO's listeners end with the socket; there is nothing to take back.
  socket.use((packet, next) => receivePacket(connection, packet, next));
  socket.once("disconnect", (reason) => {
    channel.connections.delete(connection.id);
    connection.end(reason);
    sayFarewell(connection, reason);
  });
  sayWelcome(connection);
}

/** Runs `connected`. Its context lives as long as the connection; what it throws is logged and the client stays. */
function sayWelcome(connection: Connection): void {
  const { connected } = connection.channel;
  if (connected === undefined) return;
  const run = new Run(connection, connected);
  connection.runs.add(run);
  invoke(
    () => connected.handle(run.context),
    () => undefined,
    (error) => {
      if (!run.signal.aborted || error !== run.signal.reason) logFailure(run, error);
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
        if (error !== run.signal.reason) logFailure(run, error);
        resolve();
      },
    );
  });
  farewells.add(farewell);
  void farewell.then(() => farewells.delete(farewell));
}
