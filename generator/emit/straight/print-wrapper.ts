import type { Json, SchemaModel } from "../../model/index.js";
import { absenceOf, mayBeUndefined } from "./absence.js";
import type { Condition } from "./condition.js";
import { isPlain, refusePlain } from "./plain.js";
import { printNode } from "./print-node.js";
import { type Frame, local, type Path, refuse } from "./printer.js";
import { Unprintable } from "./unprintable.js";
import { printJson, printValue, type Value } from "./value.js";

/** What {@link printDefault} and its like look at. */
interface Filled {
  readonly inner: SchemaModel;
  readonly value: Json;
}

/** Reads an optional value; only one whose absence nothing fills stays `undefined`. */
export function printOptional(
  schema: { readonly inner: SchemaModel; readonly exact: boolean },
  source: string,
  frame: Frame,
  path: Path,
): Value {
  if (schema.exact) return printNode(schema.inner, source, frame, path);
  if (frame.direction === "read") {
    const isFilled = absenceOf(schema.inner, frame.printer.resolve) === "filled";
    if (isFilled) throw new Unprintable("an optional default");
  }
  return printUnless("undefined", schema.inner, source, frame, path);
}

/** Leaves the empty value as it is, and looks at any other. */
export function printUnless(
  empty: "undefined" | "null",
  inner: SchemaModel,
  source: string,
  frame: Frame,
  path: Path,
): Value {
  const result = local(frame, path, frame.direction === "write" ? "Out" : "In");
  frame.lines.write(`let ${result}: unknown${empty === "null" ? " = null" : ""};`);
  frame.lines.when(`${source} !== ${empty}`, () => {
    frame.lines.writeValue(`${result} = `, printNode(inner, source, frame, path));
  });
  return result;
}

/** What is there has to pass; `undefined` becomes the default, made anew. */
export function printDefault(schema: Filled, source: string, frame: Frame, path: Path): Value {
  const { inner } = schema;
  const fallback = printJson(schema.value);
  if (isPlain(inner, frame)) {
    refuse(frame, refusePlain({ kind: "optional", exact: false, inner }, source, frame, path));
    return `${source} === undefined ? ${fallback} : ${source}`;
  }
  if (mayBeUndefined(inner, frame.printer.resolve)) throw new Unprintable("a default for two absences");
  const result = local(frame, path, "In");
  frame.lines.write(`let ${result}: unknown = ${fallback};`);
  frame.lines.when(`${source} !== undefined`, () => {
    frame.lines.writeValue(`${result} = `, printNode(inner, source, frame, path));
  });
  return result;
}

/** `undefined` is read as the value would be; in what is written it stays, where the reader can do that. */
export function printPrefault(schema: Filled, source: string, frame: Frame, path: Path): Value {
  const given = local(frame, path, "Given");
  frame.lines.write(
    `const ${given}: unknown = ${source} === undefined ? ${printJson(schema.value)} : ${source};`,
  );
  const value = printNode(schema.inner, given, frame, path);
  if (frame.direction === "read") return value;
  return `${source} === undefined ? undefined : ${printValue(value)}`;
}

/** What does not pass becomes the value, made anew. */
export function printCatch(schema: Filled, source: string, frame: Frame, path: Path): Value {
  const fallback = printJson(schema.value);
  const mayBeZero = !frame.isGuessed && frame.printer.dependsOnGuess(schema.inner, "write");
  if (isPlain(schema.inner, frame)) {
    // The text of -0 is none that fails.
    if (mayBeZero) refuse(frame, `${source} === "-0"`);
    const condition = refusePlain(schema.inner, source, frame, path);
    if (condition === "false") return source;
    if (condition === "true") throw new Unprintable("nothing passes");
    const isShort = typeof condition === "string";
    if (isShort) return `${condition} ? ${fallback} : ${source}`;
    const result = local(frame, path, "In");
    frame.lines.write(`let ${result} = ${source};`);
    frame.lines.guard(condition, `${result} = ${fallback};`);
    return result;
  }
  if (mayBeZero) throw new Unprintable("what stands in for more than a number");
  const result = local(frame, path, "In");
  frame.lines.write(`let ${result}: unknown = ${fallback};`);
  printAttempt(frame, path, (attempt) => {
    attempt.lines.writeValue(`${result} = `, printNode(schema.inner, source, attempt, path));
  });
  return result;
}

/** Prints statements that are left, rather than the function, where the value is refused; behind `when`. */
export function printAttempt(
  frame: Frame,
  path: Path,
  body: (attempt: Frame) => void,
  when: Condition = "true",
): void {
  if (when === "true") printBlock(frame, path, body);
  else frame.lines.when(when, () => printBlock(frame, path, body));
}

function printBlock(frame: Frame, path: Path, body: (attempt: Frame) => void): void {
  const label = local(frame, path, "Attempt");
  const start = frame.lines.count;
  const fail = `break ${label};`;
  frame.lines.block(`${label}:`, () => body({ ...frame, fail }));
  // Nothing is refused, and a label that nobody names is an error to the compiler.
  if (!frame.lines.includes(fail, start)) frame.lines.replaceIn(start, `${label}: `, "");
}

export function printNonoptional(inner: SchemaModel, source: string, frame: Frame, path: Path): Value {
  // What travels with its tag is always something.
  if (frame.direction === "write" && isTagged(inner, frame)) refuse(frame, `${source} === undefined`);
  const value = printNode(inner, source, frame, path);
  if (typeof value !== "string" || !mayBeUndefined(inner, frame.printer.resolve)) return value;
  const result = local(frame, path, "Given");
  frame.lines.write(`const ${result}: unknown = ${value};`);
  refuse(frame, `${result} === undefined`);
  return result;
}

function isTagged(schema: SchemaModel, frame: Frame): boolean {
  const target = frame.printer.resolve(schema);
  if (target.kind === "union") {
    return target.isTagged || target.options.some((option) => isTagged(option, frame));
  }
  return "inner" in target && isTagged(target.inner, frame);
}
