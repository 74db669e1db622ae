import type { SchemaModel } from "../../model/index.js";
import { mayBeUndefined } from "./absence.js";
import { isPlain, refusePlain } from "./plain.js";
import { printNode } from "./print-node.js";
import { refuseUndeclared } from "./print-object.js";
import { refuseText } from "./print-string.js";
import { type Frame, local, type Path, refuse, use } from "./printer.js";
import { Unprintable } from "./unprintable.js";
import { printJson, printValue } from "./value.js";

type RecordSchema = SchemaModel & { readonly kind: "record" };

/** Prints a record's checks: over the keys that are there, or over those that an enum says have to be. */
export function printRecord(schema: RecordSchema, source: string, frame: Frame, path: Path): string {
  const key = frame.printer.resolve(schema.key);
  if (schema.mode === "loose") throw new Unprintable("a loose record");
  refuse(frame, `!${use(frame, "isPlainObject")}(${source})`);
  const result = local(frame, path, frame.direction === "write" ? "Out" : "In");
  switch (key.kind) {
    case "literal":
    case "enum": {
      const values = [...key.values].filter(isText);
      if (values.length < key.values.length) throw new Unprintable("a record with keys that are no text");
      if (values.includes("__proto__")) throw new Unprintable("a key that is no plain property");
      if (schema.mode === "exhaustive") printAll(schema.value, values, source, result, frame, path);
      else printThose(schema, key, source, result, frame, path);
      return result;
    }
    case "string":
    case "template_literal":
      printThose(schema, key, source, result, frame, path);
      return result;
    default:
      throw new Unprintable(`a record with keys of ${key.kind}`);
  }
}

function printAll(
  value: SchemaModel,
  keys: readonly string[],
  source: string,
  result: string,
  frame: Frame,
  path: Path,
): void {
  frame.lines.write(`const ${result}: Record<string, unknown> = {};`);
  for (const key of new Set(keys)) {
    const valuePath = [...path, key];
    const name = local(frame, valuePath);
    frame.lines.write(`const ${name} = ${source}[${printJson(key)}];`);
    const out = printNode(value, name, frame, valuePath);
    const place = `${result}[${printJson(key)}]`;
    if (frame.direction === "read" || !mayBeUndefined(value, frame.printer.resolve)) {
      frame.lines.writeValue(`${place} = `, out);
      continue;
    }
    // A property that is undefined does not travel.
    const known = local(frame, valuePath, "Out");
    frame.lines.write(`const ${known}: unknown = ${printValue(out)};`);
    frame.lines.write(`if (${known} !== undefined) ${place} = ${known};`);
  }
  refuseUndeclared(keys, source, frame, path, { keepsUndefined: false });
}

function printThose(
  schema: RecordSchema,
  key: SchemaModel,
  source: string,
  result: string,
  frame: Frame,
  path: Path,
): void {
  if (!isPlain(key, frame)) throw new Unprintable("a record whose keys are changed");
  const isWriting = frame.direction === "write";
  const keyPath = [...path, "key"];
  const name = local(frame, keyPath);
  const value = local(frame, [...path, "value"]);
  frame.lines.write(`const ${result}: Record<string, unknown> = {};`);
  // Keys that are symbols make it throw; the root function catches.
  frame.unit.mayThrow = true;
  frame.lines.block(`for (const ${name} of ${use(frame, "stringKeys")}(${source}))`, () => {
    frame.lines.write(`if (${name} === "__proto__") continue;`);
    frame.lines.write(`const ${value} = ${source}[${name}];`);
    if (isWriting) frame.lines.write(`if (${value} === undefined) continue;`);
    refuse(
      frame,
      key.kind === "string" ? refuseText(key, name, frame, keyPath) : refusePlain(key, name, frame, keyPath),
    );
    const out = printNode(schema.value, value, frame, [...path, "value"]);
    frame.lines.writeValue(`${result}[${name}] = `, out);
  });
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
