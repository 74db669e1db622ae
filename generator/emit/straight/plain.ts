import { type LiteralValue, type SchemaModel, unknownKind } from "../../model/index.js";
import { mayBeUndefined } from "./absence.js";
import { allOf, anyOf, type Condition } from "./condition.js";
import { callFunction, isShared } from "./functions.js";
import { refuseNumber } from "./print-number.js";
import { isPlainString, refuseString } from "./print-string.js";
import { type Frame, hoistPattern, hoistSet, type Path, use } from "./printer.js";
import { soleOption } from "./sole-option.js";
import { Unprintable } from "./unprintable.js";
import { printJson } from "./value.js";

/**
 * Whether what passes comes out as the very value that came in, and one expression can tell whether it passes.
 * Where that is so, {@link refusePlain} says all about the schema.
 */
export function isPlain(
  schema: SchemaModel,
  frame: Pick<Frame, "printer" | "direction">,
  open: readonly string[] = [],
): boolean {
  const inside = (part: SchemaModel) => isPlain(part, frame, open);
  const isWriting = frame.direction === "write";
  switch (schema.kind) {
    case "string":
      return isPlainString(schema);
    case "number":
    case "boolean":
      return !schema.coerce;
    case "null":
    case "undefined":
    case "any":
    case "unknown":
    case "never":
    case "enum":
    case "template_literal":
      return true;
    case "literal":
      return schema.values.every((value) => typeof value !== "object" || value === null);
    case "optional":
    case "nullable":
    case "nonoptional":
      return inside(schema.inner);
    case "catch":
    case "default":
      return isWriting && inside(schema.inner);
    case "readonly":
      // A reader freezes what may be an object.
      return inside(schema.inner) && (isWriting || isPrimitive(schema.inner, frame));
    case "union":
      return schema.discriminator === undefined && isOrdinary(schema) && schema.options.every(inside);
    case "transform":
      return isWriting && inside(schema.accepts);
    case "reference":
      if (open.includes(schema.id)) return false;
      return isPlain(frame.printer.resolve(schema), frame, [...open, schema.id]);
    case "object":
    case "array":
    case "tuple":
    case "record":
    case "intersection":
    case "prefault":
    case "bigint":
    case "date":
    case "nan":
    case "blob":
    case "bytes":
    case "map":
    case "set":
    case "stringbool":
    case "codec":
    case "unsupported":
      return false;
    default:
      return unknownKind(schema);
  }
}

/** When a value is refused by a schema that {@link isPlain}; `source` is read several times. */
export function refusePlain(schema: SchemaModel, source: string, frame: Frame, path: Path): Condition {
  const inside = (part: SchemaModel) => refusePlain(part, source, frame, path);
  switch (schema.kind) {
    case "string":
      return refuseString(schema, source, frame, path);
    case "number":
      return refuseNumber(schema, source, frame);
    case "boolean":
      return `typeof ${source} !== "boolean"`;
    case "null":
    case "undefined":
      return `${source} !== ${schema.kind}`;
    case "any":
    case "unknown":
      return frame.direction === "write" ? refuseForeign(source, frame) : "false";
    case "never":
      return "true";
    case "literal":
    case "enum":
      return refuseOthers(schema.values, source, frame, path);
    case "template_literal": {
      const pattern = hoistPattern(frame, { source: schema.pattern, flags: "" }, path, "regex");
      return anyOf(`typeof ${source} !== "string"`, `!${pattern}.test(${source})`);
    }
    case "optional":
      if (schema.exact) return inside(schema.inner);
      return unless(`${source} !== undefined`, schema.inner, inside, frame);
    case "default":
      return unless(`${source} !== undefined`, schema.inner, inside, frame);
    case "nullable":
      return allOf(`${source} !== null`, inside(schema.inner));
    case "catch":
    case "readonly":
      return inside(schema.inner);
    case "nonoptional": {
      const isOpen = mayBeUndefined(schema.inner, frame.printer.resolve);
      return anyOf(isOpen ? `${source} === undefined` : "false", inside(schema.inner));
    }
    case "union": {
      const only = soleOption(schema);
      if (only) return inside(only);
      return allOf(
        ...schema.options.map((option) => refusePlain(option, source, { ...frame, isGuessed: true }, path)),
      );
    }
    case "transform":
      return inside(schema.accepts);
    case "reference": {
      const condition = refusePlain(frame.printer.resolve(schema), source, frame, [schema.id]);
      // A single comparison is shorter than a call.
      if (typeof condition === "string" || !isShared(schema, frame)) return condition;
      return `${callFunction(schema, frame, path)}(${source})`;
    }
    case "object":
    case "array":
    case "tuple":
    case "record":
    case "intersection":
    case "prefault":
    case "bigint":
    case "date":
    case "nan":
    case "blob":
    case "bytes":
    case "map":
    case "set":
    case "stringbool":
    case "codec":
    case "unsupported":
      throw new TypeError(`\`${schema.kind}\` is more than a condition`);
    default:
      return unknownKind(schema);
  }
}

/** What takes anything takes only what JSON carries, when it is written. */
export function refuseForeign(source: string, frame: Frame): Condition {
  // Where the value holds itself; the root function catches.
  frame.unit.mayThrow = true;
  return `!${use(frame, "isJson")}(${source})`;
}

/** As `inner`, but for `undefined`, which passes. */
function unless(
  isThere: string,
  inner: SchemaModel,
  refuseInner: (inner: SchemaModel) => Condition,
  frame: Frame,
): Condition {
  const condition = refuseInner(inner);
  const target = frame.printer.resolve(inner);
  return target.kind === "optional" && !target.exact ? condition : allOf(isThere, condition);
}

/** Few values are compared one by one; from five on a set is smaller, and no slower. */
function refuseOthers(values: readonly LiteralValue[], source: string, frame: Frame, path: Path): Condition {
  const texts = printLiterals(values);
  if (texts.length < 5) return allOf(...texts.map((text) => `${source} !== ${text}`));
  return `!${hoistSet(frame, texts, path)}.has(${source})`;
}

/** Literal values as they are printed, each once. */
export function printLiterals(values: readonly LiteralValue[]): string[] {
  return [...new Set(values)].map((value) => {
    if (typeof value === "object" && value !== null) throw new Unprintable("a literal that is no JSON");
    return printJson(value);
  });
}

/** Whether a union is no more than its first option that passes, and that option's value travels as it is. */
function isOrdinary({ isExclusive, isTagged }: SchemaModel & { readonly kind: "union" }): boolean {
  return !isExclusive && !isTagged;
}

function isPrimitive(schema: SchemaModel, frame: Pick<Frame, "printer">): boolean {
  const inside = (part: SchemaModel) => isPrimitive(part, frame);
  const target = frame.printer.resolve(schema);
  switch (target.kind) {
    case "any":
    case "unknown":
      return false;
    case "optional":
    case "nullable":
    case "nonoptional":
    case "readonly":
      return inside(target.inner);
    case "union":
      return target.options.every(inside);
    default:
      return true;
  }
}
