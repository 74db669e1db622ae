import type { ErrorPayload, MemberLimits, Rate } from "../../../contracts/wire/index.js";
import type { ClientToServerMember } from "../channel.js";
import { type Connection, maxNameLength } from "../connection.js";
import { reportRefused } from "./report-refused.js";

/**
 * Takes one entry out of what its client may send: of its member's own rate, where the contract has one, else of that of the
 * connection. Gives the refusal where nothing is left.
 */
export function spendEntry(
  connection: Connection,
  member: ClientToServerMember | undefined,
  name: string,
): ErrorPayload | undefined {
  const { limits } = connection.channel;
  const own = rateOf(member?.definition.limits);
  const rate = own ?? limits.rate;
  if (rate === undefined) return undefined;
  const nowMs = performance.now();
  const bucket = own === undefined ? connection.budget : connection.useOf(name);
  const retryAfterMs = bucket.take(rate, nowMs);
  if (retryAfterMs === 0) return undefined;
  reportRefused(connection, name.slice(0, maxNameLength), nowMs);
  const message = `More than ${rate.perSecond} a second, or ${rate.burst} at once.`;
  return { code: "rate_limited", message, retryAfterMs };
}

function rateOf(limits: MemberLimits | undefined): Rate | undefined {
  // The generator gives `burst` where it gives `perSecond`.
  return limits?.perSecond === undefined ? undefined : (limits as Rate);
}
