import type { SystemCode } from "../../../contracts/wire/index.js";
import type { Connection } from "../connection.js";
import { closeConnection } from "./close-connection.js";

/** What a client is told as the reason of its end. */
const reason: SystemCode = "rate_limited";

/** Ends the whole connection of a client that goes on far above its limit: on all of its channels. */
export function closeFlooding({ budget, log, socket }: Connection): void {
  log.info("client is disconnected: it goes on far above its limit");
  closeConnection(socket.conn, budget.sockets, { reason });
}
