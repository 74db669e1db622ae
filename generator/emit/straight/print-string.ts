import type { SchemaModel, StringCheck } from "../../model/index.js";
import { emitString } from "../emit-literal.js";
import { allOf, anyOf, type Condition } from "./condition.js";
import { type Frame, hoistPattern, local, type Path, refuse, use } from "./printer.js";
import { Unprintable } from "./unprintable.js";
import { printNumber } from "./value.js";

type StringSchema = SchemaModel & { readonly kind: "string" };

/** Whether the text comes out as it came in, so that a condition says all about it. */
export function isPlainString(schema: StringSchema): boolean {
  return !schema.coerce && !schema.checks.some(isOverwrite);
}

/** When a text that comes out as it came in is refused. */
export function refuseString(schema: StringSchema, source: string, frame: Frame, path: Path): Condition {
  return anyOf(`typeof ${source} !== "string"`, refuseText(schema, source, frame, path));
}

/** The same, for what is known to be a text. */
export function refuseText(schema: StringSchema, source: string, frame: Frame, path: Path): Condition {
  return anyOf(...schema.checks.map((check) => refuseCheck(check, source, frame, path)));
}

/**
 * Prints a text that is changed between its checks. What is written leaves as it was: the reader changes it by
 * itself, and not every change may be made twice.
 */
export function printString(schema: StringSchema, source: string, frame: Frame, path: Path): string {
  let current = source;
  let pending: Condition = `typeof ${source} !== "string"`;
  if (schema.coerce) {
    current = local(frame, path, "Text");
    // Not every object has a text; the root function catches.
    frame.unit.mayThrow = true;
    frame.lines.write(`const ${current} = String(${source});`);
    pending = "false";
  }
  const given = current;
  for (const check of frame.direction === "write" ? withoutTail(schema.checks) : schema.checks) {
    if (!isOverwrite(check)) {
      pending = anyOf(pending, refuseCheck(check, current, frame, path));
      continue;
    }
    refuse(frame, pending);
    pending = "false";
    const next = local(frame, path, endings[check.kind]);
    frame.lines.write(`const ${next} = ${printOverwrite(check, current)};`);
    if (check.kind === "coded_format") pending = `!${use(frame, "isUrl")}(${next})`;
    current = next;
  }
  refuse(frame, pending);
  return frame.direction === "write" ? given : current;
}

/** The checks without changes at the end, which only a reader makes; whether a text is a URL shows in the change. */
function withoutTail(checks: readonly StringCheck[]): readonly StringCheck[] {
  const last = checks.findLastIndex((check) => {
    if (check.kind === "min_length") return check.value > 0;
    return !isOverwrite(check) || check.kind === "coded_format";
  });
  return checks.slice(0, last + 1);
}

type Overwrite = StringCheck & { readonly kind: keyof typeof endings };

const endings = {
  trim: "Trimmed",
  lower_case: "Lower",
  upper_case: "Upper",
  normalize: "Normal",
  coded_format: "Url",
} as const;

function isOverwrite(check: StringCheck): check is Overwrite {
  return check.kind === "coded_format" ? check.format === "url" : check.kind in endings;
}

function printOverwrite(check: Overwrite, source: string): string {
  switch (check.kind) {
    case "trim":
      return `${source}.trim()`;
    case "lower_case":
      return `${source}.toLowerCase()`;
    case "upper_case":
      return `${source}.toUpperCase()`;
    case "normalize":
      return `${source}.normalize(${emitString(check.form)})`;
    case "coded_format":
      if (Object.keys(check.options).length > 0) throw new Unprintable("a URL with options");
      // As the URL parser does by itself.
      return `${source}.trim().replace(/[\\t\\n\\r]/g, "")`;
    default:
      return unknownCheck(check);
  }
}

function refuseCheck(check: StringCheck, source: string, frame: Frame, path: Path): Condition {
  switch (check.kind) {
    case "min_length":
      return refuseShort(source, check.value, frame);
    case "max_length":
      return refuseLong(source, check.value, frame);
    case "length":
      return anyOf(refuseShort(source, check.value, frame), refuseLong(source, check.value, frame));
    case "format": {
      const pattern = hoistPattern(frame, check.pattern, path, check.format);
      if (!check.pattern.flags.includes("y")) return `!${pattern}.test(${source})`;
      // Hoisted without the flag, which would make it remember where it stopped.
      return `${source}.search(${pattern}) !== 0`;
    }
    case "coded_format":
      return refuseCoded(check.format, source, frame);
    case "includes": {
      const from = check.position === undefined ? "" : `, ${check.position}`;
      return `!${source}.includes(${emitString(check.value)}${from})`;
    }
    case "starts_with":
      return `!${source}.startsWith(${emitString(check.value)})`;
    case "ends_with":
      return `!${source}.endsWith(${emitString(check.value)})`;
    case "is_lower_case":
      return `/[A-Z]/.test(${source})`;
    case "is_upper_case":
      return `/[a-z]/.test(${source})`;
    case "trim":
    case "lower_case":
    case "upper_case":
    case "normalize":
      throw new Unprintable(`${check.kind} where no text is changed`);
    default:
      return unknownCheck(check);
  }
}

/** Too few code points: each is one or two units, so they are counted only where the units leave it open. */
function refuseShort(source: string, least: number, frame: Frame): Condition {
  if (Number.isNaN(least)) throw new Unprintable("a length that is no number");
  if (least <= 0) return "false";
  const units = `${source}.length < ${printNumber(least)}`;
  if (least <= 1) return units;
  return anyOf(
    units,
    allOf(
      `${source}.length < ${printNumber(2 * least)}`,
      `${use(frame, "countCodePoints")}(${source}) < ${printNumber(least)}`,
    ),
  );
}

function refuseLong(source: string, most: number, frame: Frame): Condition {
  if (Number.isNaN(most)) throw new Unprintable("a length that is no number");
  const number = printNumber(most);
  return allOf(`${source}.length > ${number}`, `${use(frame, "countCodePoints")}(${source}) > ${number}`);
}

function refuseCoded(format: string, source: string, frame: Frame): Condition {
  switch (format) {
    case "ipv6":
      return `!${use(frame, "isIpv6")}(${source})`;
    case "base64":
      return `!${use(frame, "isBase64")}(${source})`;
    case "base64url":
      return `!${use(frame, "isBase64url")}(${source})`;
    default:
      throw new Unprintable(`string format ${format}`);
  }
}

function unknownCheck(check: never): never {
  throw new TypeError(`unknown check: ${JSON.stringify(check)}`);
}
