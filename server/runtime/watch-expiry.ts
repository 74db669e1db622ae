import { longestDelayMs } from "../../contracts/wire/index.js";
import { assumeIdentity } from "./assume-identity.js";
import type { Connection } from "./connection.js";
import { type Expiry, noRoles } from "./identity.js";

/** Sees to the end of a client's session: one timer, where there is an end. It ends with the connection. */
export function watchExpiry(connection: Connection): void {
  clearTimeout(connection.expiryTimer);
  const { expiry } = connection.identity;
  if (expiry !== undefined) wait(connection, expiry);
}

/** Timers may go off a little early, and none waits for more than some weeks. */
function wait(connection: Connection, expiry: Expiry): void {
  const leftMs = Math.max(expiry.atMs - Date.now(), 0);
  connection.expiryTimer = setTimeout(
    () => {
      if (expiry.atMs > Date.now()) wait(connection, expiry);
      else expire(connection, expiry);
    },
    Math.min(leftMs, longestDelayMs),
  );
}

function expire(connection: Connection, { policy }: Expiry): void {
  connection.log.info({ onExpiry: policy }, "session expired");
  if (policy === "downgrade") {
    assumeIdentity(connection, { ...connection.identity, roles: noRoles, expiry: undefined });
    return;
  }
  connection.isAskedBack = true;
  connection.disconnect("The session has expired.", "expired");
}
