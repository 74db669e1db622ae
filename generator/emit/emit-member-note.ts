import type { MemberModel } from "../model/index.js";
import { describeOwnCode } from "./emit-own-code.js";
import type { SchemaTable } from "./schema-table.js";

/** What a client has to know of a member besides its types; nothing where there is nothing. */
export function describeMember(member: MemberModel, table: SchemaTable): string | undefined {
  const notes = [describeDelivery(member), describeOwnCode(member, table)].filter(
    (note) => note !== undefined,
  );
  return notes.length === 0 ? undefined : notes.join(" ");
}

/** How a member crosses the loss of a connection, where that is not as for all others. */
export function describeDelivery(member: MemberModel): string | undefined {
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
  if (member.kind === "call" && member.isIdempotent) {
    return "Idempotent: runs once, however often the call arrives; its deadline aborts it, the end of the connection does not.";
  }
  return undefined;
}
