import { WireError } from "../../contracts/wire/index.js";
import type { Channel } from "./channel.js";
import type { OnExpiry, UntilOptions } from "./server-types.js";

/** The end of an {@link Identity}. */
export interface Expiry {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly policy: OnExpiry;
}

/** Who a client is: replaced as a whole, so that whoever works with it keeps the one that they began with. */
export interface Identity {
  /** What `connect` returned. */
  readonly session: unknown;
  /** What the client presented, validated. */
  readonly auth: unknown;
  readonly roles: ReadonlySet<string>;
  /** Absent where the session has no end. */
  readonly expiry: Expiry | undefined;
}

/** Of clients that have none. */
export const noRoles: ReadonlySet<string> = new Set();

/** Asks for the roles of a session. Throws what `roles` throws, and a {@link TypeError} for what are no roles. */
export function readRoles({ roles, definition }: Channel, session: unknown): ReadonlySet<string> {
  if (roles === undefined) return noRoles;
  const given = roles.handle(session);
  if (!Array.isArray(given) || !given.every((role) => definition.roles?.includes(role))) {
    throw new TypeError(`\`${roles.place}\` has to return a list of roles that the contract declares.`);
  }
  return given.length === 0 ? noRoles : new Set(given);
}

/** The end of a session as `until` is given it; throws a {@link WireError} for one that has passed. */
export function readExpiry(
  end: Date | number,
  { onExpiry }: UntilOptions,
  otherwise: OnExpiry,
): Expiry | undefined {
  const atMs = Number(end);
  if (Number.isNaN(atMs)) throw new TypeError("`until` takes a date, or milliseconds since the epoch.");
  if (atMs <= Date.now()) throw new WireError("unauthorized", "The session has expired.");
  return atMs === Number.POSITIVE_INFINITY ? undefined : { atMs, policy: onExpiry ?? otherwise };
}
