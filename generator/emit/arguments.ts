/** What a member says of its arguments and its acknowledgement, beyond their schemas. */
import {
  type CallModel,
  inputOf,
  type MemberModel,
  type PayloadModel,
  type SchemaModel,
} from "../model/index.js";
import { clientValue } from "./emit-interface.js";
import { emitNumber, emitString, type Property } from "./emit-literal.js";
import { group, indent, type Layout, softLine } from "./layout.js";
import type { SchemaTable } from "./schema-table.js";

/** How many arguments have places of their own; absent for a member that takes a payload. */
export function argumentCount(member: MemberModel, table: SchemaTable): number | undefined {
  if (member.kind === "stream" || !member.takesArguments) return undefined;
  return tupleOf(inputOf(member).payload, table)?.items.length ?? 0;
}

/** Properties of a call's definition on the server, none for one that is as most are. */
export function emitServerManner(call: CallModel, table: SchemaTable): readonly Property[] {
  const count = argumentCount(call, table);
  return [
    ...(count === undefined ? [] : [{ name: "argumentCount", value: emitNumber(count) }]),
    ...(call.reply === undefined ? [] : [{ name: "reply", value: emitString(replyOf(call, table)) }]),
  ];
}

/** The same on the client, where what a page does not use is not in the page. */
export function emitClientManner(
  call: CallModel,
  table: SchemaTable,
  direction: "outgoing" | "incoming",
): readonly Property[] {
  // Who calls writes the arguments and gives none a place.
  const list = direction === "incoming" ? emitArgumentList(call, table) : undefined;
  const reply = replyOf(call, table) === "value" ? "plainValue" : "plainValues";
  return [
    ...(list === undefined ? [] : [{ name: "args", value: list }]),
    ...(call.reply === undefined ? [] : [{ name: "reply", value: clientValue(reply) }]),
  ];
}

/** `argumentList(2)`; absent for a member that takes a payload. */
export function emitArgumentList(member: MemberModel, table: SchemaTable): Layout | undefined {
  const count = argumentCount(member, table);
  return count === undefined ? undefined : [clientValue("argumentList"), "(", emitNumber(count), ")"];
}

/** The parameters of a function that takes a member's and then something else: `(...args: [...args: Args, last])`. */
export function spreadParameters(args: Layout, last: Layout): Layout {
  // Without the comma that other lists of parameters end with: none may stand there.
  return group(["(", indent([softLine, "...args: [...args: ", args, ", ", last, "]"]), softLine, ")"]);
}

/** A tuple is answered as values, each on its own. */
function replyOf({ output }: CallModel, table: SchemaTable): "value" | "values" {
  return tupleOf(output, table) === undefined ? "value" : "values";
}

function tupleOf(
  payload: PayloadModel | undefined,
  table: SchemaTable,
): (SchemaModel & { readonly kind: "tuple" }) | undefined {
  let schema = payload?.schema;
  while (schema?.kind === "reference") schema = table.get(schema.id).schema;
  return schema?.kind === "tuple" ? schema : undefined;
}
