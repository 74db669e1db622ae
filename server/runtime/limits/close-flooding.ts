import type { SystemCode } from "../../../contracts/wire/index.js";
import type { Connection } from "../connection.js";
import { receiverOf } from "../socket-internals.js";

/** Milliseconds that a client has to take the goodbye. */
const graceMs = 500;

/** What a client is told as the reason of its end. */
const reason: SystemCode = "rate_limited";

/** Ends the whole connection of a client that goes on far above its limit: on all of its channels. */
export function closeFlooding({ budget, log, socket }: Connection): void {
  log.info("client is disconnected: it goes on far above its limit");
  for (const each of [...budget.sockets]) {
    // One that is on its way in has no connection yet.
    const known = receiverOf(each);
    if (known === undefined) each.disconnect();
    else known.disconnect(reason);
  }
  const { conn } = socket;
  conn.close();
  // Whoever does not read does not get to the goodbye.
  setTimeout(() => conn.close(true), graceMs).unref();
}
