import type { Connection } from "./connection.js";
import { denyAccess, isForbidden } from "./deny-access.js";
import type { Identity } from "./identity.js";

/**
 * Makes a connected client somebody else. Its rooms and streams stay, but for those that require a role which it has no
 * more; calls that are being handled go on as they began.
 */
export function assumeIdentity(connection: Connection, identity: Identity): void {
  const { socket, channel } = connection;
  connection.identity = identity;
  Object.assign(socket.data as object, { session: identity.session });
  if (channel.definition.roles === undefined) return;
  for (const stream of [...(connection.streams?.values() ?? [])]) {
    const member = channel.members.get(stream.member.name);
    const denial = member && denyAccess(connection, member);
    if (denial !== undefined) stream.refuse(denial);
  }
  for (const room of [...socket.rooms]) {
    if (!isForbidden(connection, room)) continue;
    Promise.resolve(socket.leave(room)).catch((err) => connection.log.error({ err }, "room cannot be left"));
  }
}
