import { type ErrorPayload, inFlightRetryMs, type MemberLimits } from "../../../contracts/wire/index.js";
import type { Connection } from "../connection.js";

/** What a call is counted as: that of a member with a limit of its own apart, all others of a connection together. */
export interface Counted {
  readonly name: string;
  readonly limits: MemberLimits | undefined;
}

/** Why one more call may not begin. */
export function refuseInFlight(connection: Connection, { name, limits }: Counted): ErrorPayload | undefined {
  const own = limits?.maxInFlight;
  const max = own ?? connection.channel.limits.maxInFlight;
  const count = own === undefined ? connection.budget.callsInFlight : connection.useOf(name).inFlight;
  if (count < max) return undefined;
  return { code: "overloaded", message: `${max} are under way.`, retryAfterMs: inFlightRetryMs };
}

/** Counts in what has begun and takes its time (1), or counts it out again (-1). */
export function countInFlight(connection: Connection, { name, limits }: Counted, change: 1 | -1): void {
  if (limits?.maxInFlight === undefined) connection.budget.callsInFlight += change;
  else connection.useOf(name).inFlight += change;
}
