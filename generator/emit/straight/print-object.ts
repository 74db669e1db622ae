import type { FieldModel, SchemaModel } from "../../model/index.js";
import { emitLiteralKey, emitString } from "../emit-literal.js";
import { absenceOf, mayBeUndefined, mayVanish } from "./absence.js";
import { allOf, anyOf, type Condition, lineWidth } from "./condition.js";
import { isPlain, refuseForeign, refusePlain } from "./plain.js";
import { printNode } from "./print-node.js";
import { type Frame, hoistSet, local, type Path, refuse, use } from "./printer.js";
import { Unprintable } from "./unprintable.js";
import { type Entry, isIdentifier, printJson, printValue, type Value } from "./value.js";

export type ObjectSchema = SchemaModel & { readonly kind: "object" };

/** A field of what comes out; `when` is absent where it is always there. */
interface Outcome extends Entry {
  readonly when?: Condition;
}

/** A field whose value is known already: that of a discriminated union's option. */
export interface KnownField {
  readonly name: string;
  readonly value: string;
}

/**
 * Prints an object's checks. Its fields come out in the contract's order, as zod has it; as one literal where all
 * of them are always there.
 */
export function printObject(
  schema: ObjectSchema,
  source: string,
  frame: Frame,
  path: Path,
  known?: KnownField,
): Value {
  if (schema.fields.some((field) => field.name === "__proto__")) {
    throw new Unprintable("a field that is no plain property");
  }
  // What has a known field has been looked at.
  if (!known) refuse(frame, `!${use(frame, "isObject")}(${source})`);
  const read = schema.fields.filter((field) => field.name !== known?.name);
  const names = new Map(read.map((field) => [field.name, local(frame, [...path, field.name])]));
  writePattern(read, names, source, frame);
  const outcomes = schema.fields.map((field): Outcome => {
    const name = names.get(field.name);
    if (name === undefined) return { key: field.name, value: known?.value ?? "undefined" };
    return printField(field, name, source, frame, [...path, field.name]);
  });
  const isOpen = schema.unknownKeys === "loose" || schema.unknownKeys === "catchall";
  const declared = schema.fields.map((field) => field.name);
  if (schema.unknownKeys === "strict")
    refuseUndeclared(declared, source, frame, path, { keepsUndefined: true });
  const conditional = outcomes.findIndex((outcome) => outcome.when !== undefined);
  if (conditional < 0 && !isOpen) return { entries: outcomes };

  const result = local(frame, path, frame.direction === "write" ? "Out" : "In");
  const always = conditional < 0 ? outcomes : outcomes.slice(0, conditional);
  frame.lines.writeValue(`const ${result}: Record<string, unknown> = `, { entries: always });
  for (const { key, value, when } of outcomes.slice(always.length)) {
    const place = `${result}[${printJson(key)}]`;
    if (when === undefined) frame.lines.writeValue(`${place} = `, value);
    else frame.lines.guard(when, `${place} = ${printValue(value)};`);
  }
  if (isOpen) copyUndeclared(schema, source, result, frame, path);
  return result;
}

/** Refuses keys that are not declared; inherited ones count, as in zod. */
export function refuseUndeclared(
  declared: readonly string[],
  source: string,
  frame: Frame,
  path: Path,
  options: { readonly keepsUndefined: boolean },
): void {
  const key = local(frame, [...path, "key"]);
  const isUnknown = isUndeclared(declared, key, frame, path);
  // What is undefined does not travel.
  const isThere =
    frame.direction === "write" && options.keepsUndefined ? `${source}[${key}] !== undefined` : "true";
  frame.lines.block(`for (const ${key} in ${source})`, () => {
    const condition = allOf(isUnknown, isThere);
    if (condition === "true") frame.lines.guard(`${key} !== undefined`, frame.fail);
    else refuse(frame, condition);
  });
}

function isUndeclared(declared: readonly string[], key: string, frame: Frame, path: Path): Condition {
  const texts = declared.map((name) => emitString(name));
  if (texts.length <= 8) return allOf(...texts.map((text) => `${key} !== ${text}`));
  return `!${hoistSet(frame, texts, [...path, "key"])}.has(${key})`;
}

function copyUndeclared(
  schema: ObjectSchema,
  source: string,
  result: string,
  frame: Frame,
  path: Path,
): void {
  const key = local(frame, [...path, "key"]);
  const declared = schema.fields.map((field) => field.name);
  frame.lines.block(`for (const ${key} in ${source})`, () => {
    const isSkipped = [...declared, "__proto__"].map((name) => `${key} === ${emitString(name)}`);
    const isDeclared =
      declared.length <= 8
        ? anyOf(...isSkipped)
        : anyOf(
            `${key} === "__proto__"`,
            `${hoistSet(
              frame,
              declared.map((name) => emitString(name)),
              [...path, "key"],
            )}.has(${key})`,
          );
    frame.lines.guard(isDeclared, "continue;");
    const value = local(frame, [...path, "value"]);
    frame.lines.write(`const ${value} = ${source}[${key}];`);
    if (frame.direction === "write") frame.lines.write(`if (${value} === undefined) continue;`);
    if (frame.direction === "write" && !schema.catchall) refuse(frame, refuseForeign(value, frame));
    const out = schema.catchall ? printNode(schema.catchall, value, frame, [...path, "value"]) : value;
    frame.lines.writeValue(`${result}[${key}] = `, out);
  });
}

function writePattern(
  fields: readonly FieldModel[],
  names: ReadonlyMap<string, string>,
  source: string,
  frame: Frame,
): void {
  const parts = fields
    .filter(({ name }) => !(name in {}))
    .map(({ name }) => {
      const own = names.get(name) ?? name;
      return own === name ? name : `${emitLiteralKey(name)}: ${own}`;
    });
  // What each object inherits has a type, which is not that of the field.
  for (const { name } of fields) {
    if (name in {}) frame.lines.write(`const ${names.get(name)}: unknown = ${source}[${emitString(name)}];`);
  }
  if (parts.length === 0) return;
  const line = `const { ${parts.join(", ")} } = ${source};`;
  if (line.length < lineWidth - 8) frame.lines.write(line);
  else {
    frame.lines.write("const {");
    for (const part of parts) frame.lines.write(`  ${part},`);
    frame.lines.write(`} = ${source};`);
  }
}

function printField(field: FieldModel, name: string, source: string, frame: Frame, path: Path): Outcome {
  const { schema, name: key } = field;
  const { resolve } = frame.printer;
  const isIn = `${emitString(key)} in ${source}`;
  const isPresent = anyOf(`${name} !== undefined`, frame.direction === "read" ? isIn : "false");
  const isAbsent = allOf(`${name} === undefined`, frame.direction === "read" ? `!(${isIn})` : "true");
  switch (absenceOf(schema, resolve)) {
    case "missing":
      if (mayBeUndefined(schema, resolve)) refuse(frame, isAbsent);
      return { key, value: printNode(schema, name, frame, path) };
    case "filled":
      if (mayVanish(schema, resolve)) {
        if (frame.direction === "read") throw new Unprintable("an optional default");
        break;
      }
      return frame.direction === "read"
        ? { key, value: printNode(schema, name, frame, path) }
        : printWhenGiven(key, printNode(schema, name, frame, path), isPresent, frame, path);
    case "allowed":
      if (!mayVanish(schema, resolve)) {
        // Something may take the place of what is absent, `undefined` itself for one.
        const value = printNode(schema, name, frame, path);
        if (frame.direction === "read" && !mayYieldUndefined(schema, frame)) return { key, value };
        return printWhenGiven(key, value, isPresent, frame, path);
      }
  }
  return printWhenPresent(field, name, isPresent, frame, path);
}

/** A field that is looked at only where it is there. */
function printWhenPresent(
  { name: key, schema }: FieldModel,
  name: string,
  isPresent: Condition,
  frame: Frame,
  path: Path,
): Outcome {
  // An optional value that is absent passes as the undefined that stands for it.
  const passesAbsent = schema.kind === "optional" && (!schema.exact || frame.direction === "write");
  const isUndefined = frame.direction === "read" && passesAbsent ? "true" : isPresent;
  if (isPlain(schema, frame)) {
    refuse(frame, allOf(isUndefined, refusePlain(schema, name, frame, path)));
    return { key, value: name, when: isPresent };
  }
  const inner = passesAbsent ? schema.inner : schema;
  const result = local(frame, path, frame.direction === "write" ? "Out" : "In");
  frame.lines.write(`let ${result}: unknown;`);
  frame.lines.when(passesAbsent ? `${name} !== undefined` : isPresent, () => {
    frame.lines.writeValue(`${result} = `, printNode(inner, name, frame, path));
  });
  const isGiven = frame.direction === "write" ? `${result} !== undefined` : isPresent;
  return { key, value: result, when: isGiven };
}

function printWhenGiven(key: string, value: Value, isPresent: Condition, frame: Frame, path: Path): Outcome {
  const isName = typeof value === "string" && isIdentifier(value);
  const result = isName ? value : local(frame, path, "Given");
  if (!isName) frame.lines.writeValue(`const ${result}: unknown = `, value);
  return {
    key,
    value: result,
    when: anyOf(`${result} !== undefined`, frame.direction === "read" ? isPresent : "false"),
  };
}

/** Whether a `catch` may yield `undefined`: its own value is JSON. */
function mayYieldUndefined(schema: SchemaModel, frame: Frame): boolean {
  return schema.kind !== "catch" || mayBeUndefined(schema.inner, frame.printer.resolve);
}
