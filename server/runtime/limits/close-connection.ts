import type { Socket } from "socket.io";
import type { ClosingCode } from "../../../contracts/wire/index.js";
import { receiverOf } from "../socket-internals.js";
import { type Transport, unfinishedResponses } from "./unsent-bytes.js";

/** Milliseconds that a client has to take the goodbye. */
const graceMs = 1_000;

/** Ends the whole connection of a client, on all of its channels, and frees what waits for it whether it reads or not. */
export function closeConnection(
  transport: object,
  sockets: Iterable<Socket>,
  { reason, code }: { readonly reason: string; readonly code?: ClosingCode },
): void {
  const conn = transport as Transport;
  for (const each of [...sockets]) {
    // One that is on its way in has no connection yet.
    const known = receiverOf(each);
    if (known === undefined) each.disconnect();
    else known.disconnect(reason, code);
  }
  conn.close();
  // Whoever does not read does not get to the goodbye.
  setTimeout(() => cut(conn), graceMs).unref();
}

function cut(conn: Transport): void {
  const { transport } = conn;
  conn.close(true);
  // Engine.IO and `ws` would wait for the client's part of the goodbye, with all that was meant for it.
  transport.socket?.terminate?.();
  for (const response of [...unfinishedResponses(transport)]) response.destroy();
}
