import type { MemberModel } from "../model/index.js";

/** What a caller ought to know of an event that does not always arrive; undefined for all else. */
export function describeDelivery(member: MemberModel): string | undefined {
  if (member.kind !== "event" || member.delivery === undefined) return undefined;
  const { mode, key } = member.delivery;
  if (mode === "volatile") return "Dropped where it cannot leave at once.";
  const which = key === undefined ? "" : ` for each \`${key}\``;
  return `Of those that cannot leave at once only the newest${which} does, later.`;
}
