import type { ErrorPayload } from "../../contracts/wire/index.js";
import type { ClientToServerMember } from "./channel.js";
import type { Connection } from "./connection.js";
import { readRoomName } from "./room-name.js";

/**
 * Why a client may not use a member: before anything else of what it sent is looked at. Numbers are compared; a timer ends
 * what has expired, a moment later at most.
 */
export function denyAccess(
  { identity: { expiry, roles } }: Connection,
  { place, definition: { requires } }: Pick<ClientToServerMember, "place" | "definition">,
): ErrorPayload | undefined {
  const hasExpired = expiry !== undefined && expiry.atMs <= Date.now();
  if (hasExpired && expiry.policy === "end") return unauthorized("The session has expired.");
  if (requires === undefined || (!hasExpired && requires.some((role) => roles.has(role)))) return undefined;
  return unauthorized(`\`${place}\` requires ${requires.map((role) => `\`${role}\``).join(" or ")}.`);
}

/** Whether a room's family requires a role that the client does not have. */
export function isForbidden({ channel, identity }: Connection, room: string): boolean {
  const requires = readRoomName(channel.families, room)?.family.definition.requires;
  return requires !== undefined && !requires.some((role) => identity.roles.has(role));
}

function unauthorized(message: string): ErrorPayload {
  return { code: "unauthorized", message };
}
