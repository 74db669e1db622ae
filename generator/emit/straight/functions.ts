import { partsOf, type SchemaModel } from "../../model/index.js";
import { breakCondition, lineWidth, printCondition } from "./condition.js";
import { isPlain, refusePlain } from "./plain.js";
import { printInline, printNode } from "./print-node.js";
import {
  type Frame,
  functionName,
  type Path,
  type Printer,
  type StraightDirection,
  type Unit,
} from "./printer.js";
import { soleOption } from "./sole-option.js";
import { Unprintable } from "./unprintable.js";
import { breakStatement } from "./value.js";

/** Counts the places at which a payload's parts are used; a part inside a shared part counts once. */
export function countUses(
  schema: SchemaModel,
  direction: StraightDirection,
  caller: Printer,
  isGuessed = false,
): void {
  const printer = ownerOf(schema, caller);
  const key = keyOf(schema, { direction, printer, isGuessed });
  if (key !== undefined) {
    const count = printer.uses.get(key) ?? 0;
    printer.uses.set(key, count + 1);
    if (count > 0) return;
  }
  // One among many has a function that can be asked about each by itself.
  if (printer.hasLines) {
    for (const item of itemsOf(schema)) countUses(item, direction, printer, isGuessed);
  }
  const parts = schema.kind === "reference" ? [printer.resolve(schema)] : partsOf(schema);
  const isGuess = isGuessed || isGuessing(schema);
  for (const part of parts) countUses(part, direction, printer, isGuess);
}

function itemsOf(schema: SchemaModel): readonly SchemaModel[] {
  switch (schema.kind) {
    case "array":
    case "set":
      return [schema.item];
    case "map":
    case "record":
      return [schema.value];
    default:
      return [];
  }
}

/** The function of a schema in a direction, where one was printed for it. */
export function lineOf(schema: SchemaModel, direction: StraightDirection, caller: Printer): Unit | undefined {
  const printer = ownerOf(schema, caller);
  const scope = { printer, direction, isGuessed: false };
  const key = keyOf(schema, scope);
  return key === undefined || isPlain(schema, scope) ? undefined : printer.functions.get(key);
}

/** Whether options are told apart by what passes. */
function isGuessing(schema: SchemaModel): boolean {
  return (
    schema.kind === "union" &&
    !soleOption(schema) &&
    !schema.isTagged &&
    (schema.discriminator === undefined || !!schema.isExclusive)
  );
}

/**
 * What a function is known by: the name of a schema, or the content of an object that has none. What a reader
 * takes as it is, a writer gives as it is: both have one test.
 */
function keyOf(schema: SchemaModel, { printer, direction, isGuessed }: Scope): string | undefined {
  const depends = printer.dependsOnGuess(schema, direction);
  const guess = depends && isGuessed ? "guess " : "";
  if (schema.kind === "reference") {
    const isSame = direction === "read" || !printer.dependsOnDirection(schema, isGuessed);
    return isSame && isPlain(schema, { printer, direction: "read" })
      ? schema.id
      : `${guess}${direction} ${schema.id}`;
  }
  return schema.kind === "object" && schema.fields.length > 1
    ? `${guess}${direction} ${contentOf(schema)}`
    : undefined;
}

/** Models do not change, and each schema is asked about many times, by itself and as a part of others. */
const contents = new WeakMap<object, string>();

/** All that a schema says about values, as text: two schemas have the same one only if they do the same. */
function contentOf(content: unknown, isAuthors = false): string {
  if (typeof content === "string") return JSON.stringify(content);
  if (typeof content !== "object" || content === null) return Object.is(content, -0) ? "-0" : `${content}`;
  // Only objects are asked about.
  const isAsked = !isAuthors && "kind" in content && content.kind === "object";
  const text = (isAsked ? contents.get(content) : undefined) ?? describeContent(content, isAuthors);
  if (isAsked) contents.set(content, text);
  return text;
}

function describeContent(content: object, isAuthors: boolean): string {
  if (Array.isArray(content)) return `[${content.map((item) => contentOf(item, isAuthors)).join()}]`;
  const isFilling = "kind" in content && ["default", "prefault", "catch"].includes(String(content.kind));
  let text = "";
  for (const [name, value] of Object.entries(content)) {
    // In the author's own JSON the silent names are keys like any other.
    if (!isAuthors && silent.has(name)) continue;
    const inner = contentOf(value, isAuthors || (isFilling && name === "value"));
    text += `${text === "" ? "" : ","}${JSON.stringify(name)}:${inner}`;
  }
  return `{${text}}`;
}

type Scope = Pick<Frame, "printer" | "direction" | "isGuessed">;

/** What says nothing about values. */
const silent: ReadonlySet<string> = new Set(["place", "docs", "message", "customChecks"]);

/** Whether the schema is printed as a function of its own, because it is used twice or holds itself. */
export function isShared(schema: SchemaModel, frame: Scope): boolean {
  const key = keyOf(schema, frame);
  return key !== undefined && (ownerOf(schema, frame.printer).uses.get(key) ?? 0) > 1;
}

/** Who prints the schema's function. */
function ownerOf(schema: SchemaModel, printer: Printer): Printer {
  return schema.kind === "reference" ? (printer.shared ?? printer) : printer;
}

/** The name of the schema's function, which is printed if it is not yet. */
export function callFunction(schema: SchemaModel, frame: Frame, path: Path): string {
  const unit = functionFor(schema, frame, path);
  frame.unit.uses.add(unit);
  return unit.name;
}

/**
 * The function of a schema. One that {@link isPlain} gets a test that says whether a value breaks it, all others
 * a reader or writer, which gives the sentinel for what it refuses.
 */
function functionFor(schema: SchemaModel, caller: Frame, path: Path): Unit {
  const { direction, isGuessed } = caller;
  const printer = ownerOf(schema, caller.printer);
  const isTest = isPlain(schema, caller);
  const key = keyOf(schema, caller) ?? "";
  const known = printer.functions.get(key);
  if (known) return known;
  if (printer.functions.has(key)) throw new Unprintable("a part that could not be printed");
  const about = schema.kind === "reference" ? [schema.id] : path;
  const verb = isTest ? "breaks" : direction;
  const unit = printer.unit(
    printer.names.take(
      functionName(verb, about),
      ...(isTest && direction === "write" ? [functionName(verb, ["written", ...about])] : []),
      functionName(verb, [...about, "option"]),
    ),
  );
  printer.functions.set(key, unit);
  try {
    const frame = printer.frame(unit, direction, isGuessed);
    const target = schema.kind === "reference" ? printer.resolve(schema) : schema;
    if (isTest) {
      const condition = refusePlain(target, "input", frame, about);
      const line = `  return ${printCondition(condition)};`;
      const body =
        line.length <= lineWidth ? [line] : ["  return (", ...breakCondition(condition, 2), "  );"];
      unit.text = [`function ${unit.name}(input: unknown): boolean {`, ...body, "}"].join("\n");
    } else printBody(target, frame, about);
  } catch (error) {
    printer.functions.set(key, undefined);
    throw error;
  }
  return unit;
}

/** Prints the function that reads or writes a schema into the frame's unit. */
export function printBody(schema: SchemaModel, frame: Frame, path: Path): void {
  const { unit, lines } = frame;
  const value = (isPlain(schema, frame) ? printNode : printInline)(schema, "input", frame, path);
  const end = breakStatement("return ", value, ";", 1).join("\n");
  const body = [lines.text(), end].filter((text) => text !== "").join("\n");
  unit.text = `function ${unit.name}(input: unknown): unknown {\n${body}\n}`;
}
