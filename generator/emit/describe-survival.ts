import type { MemberModel } from "../model/index.js";

/** What becomes of a member when the connection is lost, as the client sees it; nothing where it is as with all others. */
export function describeSurvival(member: MemberModel): string | undefined {
  if (member.kind === "call" && member.isIdempotent) {
    return "Idempotent: sent again over reconnects until its deadline, and run once.";
  }
  if (member.kind === "event" && member.replay) {
    return "Replayed: what was sent while the client was away comes when it is back, in order and once.";
  }
  return undefined;
}

/** What the author of a handler has to know of its calls besides their types. */
export function describeHandling(member: MemberModel): string | undefined {
  if (member.kind !== "call" || !member.isIdempotent) return undefined;
  return "Idempotent: runs once, however often the call arrives; its deadline aborts it, the end of the connection does not.";
}
