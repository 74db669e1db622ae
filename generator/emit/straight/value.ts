import type { Json } from "../../model/index.js";
import { emitLiteralKey, emitNumber, emitString } from "../emit-literal.js";
import { lineWidth } from "./condition.js";

/** A printed expression; object literals stay open until they are written, so that they break as one. */
export type Value = string | { readonly entries: readonly Entry[] };

/** One property of a printed object literal. */
export interface Entry {
  readonly key: string;
  readonly value: Value;
}

/** The expression on one line. */
export function printValue(value: Value): string {
  if (typeof value === "string") return value;
  if (value.entries.length === 0) return "{}";
  return `{ ${value.entries.map(printEntry).join(", ")} }`;
}

/** A statement around an expression, over as many lines as it needs. */
export function breakStatement(before: string, value: Value, after: string, indent: number): string[] {
  const space = "  ".repeat(indent);
  const line = space + before + printValue(value) + after;
  if (line.length <= lineWidth || typeof value === "string") return [line];
  const entries = value.entries.flatMap((entry) =>
    isShort(entry)
      ? [`${space}  ${entry.key},`]
      : breakStatement(`${emitLiteralKey(entry.key)}: `, entry.value, ",", indent + 1),
  );
  return [`${space}${before}{`, ...entries, `${space}}${after}`];
}

/** JSON as an expression that makes it anew each time. */
export function printJson(json: Json): string {
  if (Array.isArray(json)) return `[${json.map(printJson).join(", ")}]`;
  if (typeof json === "string") return emitString(json);
  if (typeof json === "number") return printNumber(json);
  if (typeof json !== "object" || json === null) return String(json);
  const entries = Object.entries(json).map(([key, value]) => `${emitLiteralKey(key)}: ${printJson(value)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** A number as formatters leave it. */
export function printNumber(value: number): string {
  return emitNumber(value).replace("e+", "e");
}

/** Whether the text may stand where an identifier may; reserved words are left out by whoever needs that. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text);
}

function printEntry(entry: Entry): string {
  return isShort(entry) ? entry.key : `${emitLiteralKey(entry.key)}: ${printValue(entry.value)}`;
}

function isShort(entry: Entry): boolean {
  return entry.value === entry.key && isIdentifier(entry.key);
}
