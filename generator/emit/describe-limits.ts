import type { MemberModel } from "../model/index.js";

/** What a client may send of a member, in words; undefined where the contract leaves it to the server. */
export function describeLimits({ kind, limits }: MemberModel): string | undefined {
  if (limits === undefined) return undefined;
  const { perSecond, burst, maxBytes, maxInFlight } = limits;
  const parts = [
    ...(perSecond === undefined ? [] : [`${perSecond} a second, ${burst} at once`]),
    ...(maxInFlight === undefined ? [] : [`${maxInFlight} ${kind === "stream" ? "open" : "under way"}`]),
    ...(maxBytes === undefined
      ? []
      : [`${maxBytes} bytes ${kind === "stream" ? "an input or item" : "a payload"}`]),
  ];
  return `Limits of a client: ${parts.join("; ")}.`;
}
