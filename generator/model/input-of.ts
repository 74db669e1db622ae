import type { MemberModel, PayloadModel } from "./contract-model.js";

/** What a member carries, and the option of the contract that declares it. */
export interface Input {
  readonly part: "input" | "payload" | "args";
  readonly payload: PayloadModel | undefined;
}

/** What the caller of a call or the sender of an event writes. */
export function inputOf(member: MemberModel): Input {
  const payload = member.kind === "call" ? member.input : member.payload;
  if (member.takesArguments) return { part: "args", payload };
  return { part: member.kind === "call" ? "input" : "payload", payload };
}
