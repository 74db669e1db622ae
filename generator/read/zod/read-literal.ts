import type { SchemaModel } from "../../model/index.js";
import { findForeign } from "./read-constant.js";
import { unsupported } from "./unsupported-kinds.js";

/** A `z.literal`: undefined among its values is a kind of its own. */
export function readLiteral(values: readonly unknown[]): SchemaModel {
  const foreign = values.map((value) => (value === undefined ? undefined : findForeign(value)));
  const what = foreign.find((each) => each !== undefined);
  if (what !== undefined) {
    return unsupported(`a literal that is ${what}`, "JSON has no form for it", "use text or a number");
  }
  const literal: SchemaModel = { kind: "literal", values: values.filter(isLiteral) };
  return values.includes(undefined)
    ? literal.values.length === 0
      ? { kind: "undefined" }
      : { kind: "union", options: [literal, { kind: "undefined" }] }
    : literal;
}

function isLiteral(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** Whether a value can be one of an enum. */
export function isEnumValue(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
