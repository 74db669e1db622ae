import type { CallModel, EventModel, MemberModel, PayloadModel } from "./contract-model.js";
import { unknownKind } from "./parts-of.js";

/** A payload of a member, declared errors left out. */
export interface MemberPayload {
  /** Where it stands in a definition. */
  readonly property: "input" | "output" | "payload" | "serverItem" | "clientItem" | "result";
  /** Where it stands in a declaration. */
  readonly declared: MemberPayload["property"] | "args";
  /** How the contract's author calls it, and the stem of its type's name. */
  readonly option: "input" | "output" | "payload" | "args" | "item" | "clientItem" | "result";
  /** Absent where the contract has none. */
  readonly payload: PayloadModel | undefined;
  /** Whether who calls writes it; else who answers does. */
  readonly isCallers: boolean;
}

/** What travels for a member, in the order of its options. */
export function payloadsOfMember(member: MemberModel): readonly MemberPayload[] {
  switch (member.kind) {
    case "event":
      return [inputOf(member)];
    case "call":
      return [inputOf(member), one("output", member.output, false)];
    case "stream": {
      const { input, serverItem, clientItem, result } = member;
      // The only items of a stream are its items, whoever sends them.
      const clientOption = serverItem === undefined ? "item" : "clientItem";
      return [
        one("input", input, true),
        {
          property: "serverItem",
          declared: "serverItem",
          option: "item",
          payload: serverItem,
          isCallers: false,
        },
        { ...one("clientItem", clientItem, true), option: clientOption },
        one("result", result, false),
      ];
    }
    default:
      return unknownKind(member);
  }
}

/** What the caller of a call or the sender of an event writes. */
export function inputOf(member: CallModel | EventModel): MemberPayload {
  const common =
    member.kind === "call" ? one("input", member.input, true) : one("payload", member.payload, true);
  return member.takesArguments ? { ...common, declared: "args", option: "args" } : common;
}

/** Whether a member carries a list of arguments, each in a place of its own. */
export function takesArguments(member: MemberModel): boolean {
  return member.kind !== "stream" && member.takesArguments === true;
}

function one<Property extends Exclude<MemberPayload["property"], "serverItem">>(
  property: Property,
  payload: PayloadModel | undefined,
  isCallers: boolean,
): MemberPayload & { readonly property: Property } {
  return { property, declared: property, option: property, payload, isCallers };
}
