import type { MemberModel, PayloadModel } from "./contract-model.js";
import { unknownKind } from "./parts-of.js";

/** A payload of a member, declared errors left out. */
export interface MemberPayload {
  /** Where it stands in a declaration and in a definition. */
  readonly property: "input" | "output" | "payload" | "serverItem" | "clientItem" | "result";
  /** How the contract's author calls it, and the stem of its type's name. */
  readonly option: "input" | "output" | "payload" | "item" | "clientItem" | "result";
  /** Absent where the contract has none. */
  readonly payload: PayloadModel | undefined;
  /** Whether who calls writes it; else who answers does. */
  readonly isCallers: boolean;
}

/** What travels for a member, in the order of its options. */
export function payloadsOfMember(member: MemberModel): readonly MemberPayload[] {
  switch (member.kind) {
    case "event":
      return [{ property: "payload", option: "payload", payload: member.payload, isCallers: true }];
    case "call":
      return [
        { property: "input", option: "input", payload: member.input, isCallers: true },
        { property: "output", option: "output", payload: member.output, isCallers: false },
      ];
    case "stream": {
      const { input, serverItem, clientItem, result } = member;
      // The only items of a stream are its items, whoever sends them.
      const clientOption = serverItem === undefined ? "item" : "clientItem";
      return [
        { property: "input", option: "input", payload: input, isCallers: true },
        { property: "serverItem", option: "item", payload: serverItem, isCallers: false },
        { property: "clientItem", option: clientOption, payload: clientItem, isCallers: true },
        { property: "result", option: "result", payload: result, isCallers: false },
      ];
    }
    default:
      return unknownKind(member);
  }
}
