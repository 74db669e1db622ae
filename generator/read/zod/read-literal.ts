import type { LiteralValue, SchemaModel } from "../../model/index.js";
import { findForeign } from "./read-constant.js";
import { unsupported } from "./unsupported-kinds.js";

/** A `z.literal`: undefined among its values is a kind of its own. */
export function readLiteral(values: readonly unknown[]): SchemaModel {
  const found = values.filter((value) => value !== undefined).map(readValue);
  const foreign = values.find((value) => value !== undefined && readValue(value) === undefined);
  if (foreign !== undefined) {
    const what = findForeign(foreign) ?? "no single value";
    return unsupported(`a literal that is ${what}`, "JSON has no form for it", "use text or a number");
  }
  const literal: SchemaModel = { kind: "literal", values: found.filter((value) => value !== undefined) };
  return values.includes(undefined)
    ? literal.values.length === 0
      ? { kind: "undefined" }
      : { kind: "union", options: [literal, { kind: "undefined" }] }
    : literal;
}

function readValue(value: unknown): LiteralValue | undefined {
  if (typeof value === "bigint") {
    return { bigint: String(value) };
  }
  const isPlain =
    value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
  return isPlain ? (value as LiteralValue) : undefined; // a finite value is a number
}

/** Whether a value can be one of an enum. */
export function isEnumValue(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
