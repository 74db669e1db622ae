import type { SchemaModel } from "../../model/index.js";
import { emitString } from "../emit-literal.js";
import { absenceOf } from "./absence.js";
import { allOf, type Condition } from "./condition.js";
import { callFunction, isShared } from "./functions.js";
import { holdsOwnCodeIn } from "./own-code.js";
import { isPlain, printLiterals, refusePlain } from "./plain.js";
import { printNode } from "./print-node.js";
import { type ObjectSchema, printObject } from "./print-object.js";
import { printAttempt } from "./print-wrapper.js";
import { type Frame, local, type Path, refuse, use } from "./printer.js";
import { Unprintable } from "./unprintable.js";

type UnionSchema = SchemaModel & { readonly kind: "union" };

/** Prints a union's options one after another; the first that passes is taken. */
export function printUnion(schema: UnionSchema, source: string, around: Frame, path: Path): string {
  const { options } = schema;
  const frame = { ...around, isGuessed: true };
  const { invalid, lines } = frame;
  if (options.every(({ kind }) => kind === "never")) throw new Unprintable("nothing passes");
  if (
    frame.direction === "write" &&
    options.slice(0, -1).some((option) => holdsOwnCodeIn(option, frame.printer))
  ) {
    // The server may refuse what passes here and take a later option, which reads other keys.
    throw new Unprintable("a union on whose options the author's own code decides");
  }
  const result = local(frame, path, frame.direction === "write" ? "Out" : "In");
  const [first] = options;
  const isCalled = first && !isPlain(first, frame) && isShared(first, frame);
  const start = isCalled ? `${callFunction(first, frame, path)}(${source})` : invalid;
  lines.write(`let ${result}: unknown = ${start};`);
  for (const [index, option] of options.entries()) {
    if (index === 0 && isCalled) continue;
    const isOpen = index === 0 ? "true" : `${result} === ${invalid}`;
    const head = index === 0 ? "" : `if (${isOpen}) `;
    const refused = isPlain(option, frame) ? refusePlain(option, source, frame, path) : undefined;
    const passes = refused === undefined ? undefined : passing(refused);
    if (refused === "true") continue;
    if (passes !== undefined) {
      const condition = allOf(isOpen, passes);
      if (condition === "true") lines.write(`${result} = ${source};`);
      else lines.guard(condition, `${result} = ${source};`);
      if (passes === "true") return result;
    } else if (isShared(option, frame) && refused === undefined) {
      lines.write(`${head}${result} = ${callFunction(option, frame, path)}(${source});`);
    } else {
      const printOption = (attempt: Frame) =>
        lines.writeValue(`${result} = `, printNode(option, source, attempt, path));
      printAttempt(frame, path, printOption, isOpen);
    }
  }
  refuse(frame, `${result} === ${invalid}`);
  return result;
}

/** The opposite of a condition that is short to turn round. */
function passing(refused: Condition): string | undefined {
  if (refused === "false") return "true";
  const single = typeof refused === "string" ? /^(\S+|typeof \S+) !== (\S+)$/.exec(refused) : null;
  return single ? `${single[1]} === ${single[2]}` : undefined;
}

/** Prints a switch over the key that tells the options apart. */
export function printDiscriminatedUnion(
  schema: UnionSchema,
  key: string,
  source: string,
  frame: Frame,
  path: Path,
): string {
  const { lines } = frame;
  const claims = schema.options.map((option) => ({ option, values: valuesOf(option, key, frame) }));
  const all = claims.flatMap(({ values }) => values);
  if (all.length === 0 || new Set(all).size < all.length)
    throw new Unprintable("options that claim one value");
  refuse(frame, `!${use(frame, "isObject")}(${source})`);
  const result = local(frame, path, frame.direction === "write" ? "Out" : "In");
  lines.write(`let ${result}: unknown;`);
  lines.block(`switch (${source}[${emitString(key)}])`, () => {
    for (const { option, values } of claims) {
      for (const value of values.slice(0, -1)) lines.write(`case ${value}:`);
      lines.block(`case ${values.at(-1)}:`, () => {
        const [value] = values;
        const out =
          option.kind === "object" && !isShared(option, frame) && value !== undefined && values.length === 1
            ? printObject(option, source, frame, path, { name: key, value })
            : printNode(option, source, frame, path);
        lines.writeValue(`${result} = `, out);
        lines.write("break;");
      });
    }
    lines.write("default:");
    lines.write(`  ${frame.fail}`);
  });
  return result;
}

/** The values by which an option is chosen, as they are printed. */
function valuesOf(option: SchemaModel, key: string, frame: Frame): readonly string[] {
  const { resolve } = frame.printer;
  const target: SchemaModel = resolve(option);
  if (target.kind === "union" && target.discriminator === key) {
    return target.options.flatMap((part) => valuesOf(part, key, frame));
  }
  const field = isObject(target) ? target.fields.find(({ name }) => name === key)?.schema : undefined;
  if (!field || absenceOf(field, resolve) !== "missing") throw new Unprintable("an option without its key");
  const tag = resolve(field);
  switch (tag.kind) {
    case "null":
      return ["null"];
    case "literal":
    case "enum":
      return printLiterals(tag.values);
    default:
      throw new Unprintable(`options told apart by ${tag.kind}`);
  }
}

function isObject(schema: SchemaModel): schema is ObjectSchema {
  return schema.kind === "object";
}
