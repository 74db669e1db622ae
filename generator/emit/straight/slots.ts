import type { SchemaModel } from "../../model/index.js";
import { mayBeUndefined, type Resolve } from "./absence.js";
import { printNode } from "./print-node.js";
import { type Frame, local, type Path, refuse } from "./printer.js";
import { printValue, type Value } from "./value.js";

/**
 * How a place of an array travels, where JSON has no `undefined`: as it is; with `null` for `undefined`; or, where it
 * may be `null` too, as an array of the value, which is empty for `undefined`.
 */
export type Slot = "plain" | "null" | "boxed";

/** How items of the schema travel. */
export function slotOf(item: SchemaModel, resolve: Resolve): Slot {
  if (!takesUndefined(item, resolve)) return "plain";
  return takesNull(item, resolve) ? "boxed" : "null";
}

/** Prints an item of an array: what travels in its place, or the item out of that. */
export function printSlot(item: SchemaModel, source: string, frame: Frame, path: Path): Value {
  const print = frame.direction === "write" ? printSlotOut : printSlotIn;
  return print(item, source, frame, path);
}

function printSlotOut(item: SchemaModel, source: string, frame: Frame, path: Path): Value {
  const slot = slotOf(item, frame.printer.resolve);
  // Of what takes anything nobody would know what `null` stands for.
  const isOpen = slot === "plain" && mayBeUndefined(item, frame.printer.resolve);
  if (isOpen) refuse(frame, `${source} === undefined`);
  const out = printNode(item, source, frame, path);
  if (slot === "plain") return out;
  const value = printValue(out);
  const absent = slot === "null" ? "null" : "[]";
  const present = slot === "null" ? value : `[${value}]`;
  return `${source} === undefined ? ${absent} : ${present}`;
}

function printSlotIn(item: SchemaModel, source: string, frame: Frame, path: Path): Value {
  const slot = slotOf(item, frame.printer.resolve);
  if (slot === "plain") return printNode(item, source, frame, path);
  const given = local(frame, path, "Given");
  if (slot === "null") {
    frame.lines.write(`const ${given}: unknown = ${source} === null ? undefined : ${source};`);
  } else {
    refuse(frame, { any: [`!Array.isArray(${source})`, `${source}.length > 1`] });
    frame.lines.write(`const ${given}: unknown = ${source}[0];`);
  }
  return printNode(item, given, frame, path);
}

/** Whether a writer may leave `undefined` there. What takes anything does not count: nobody knows its form. */
function takesUndefined(schema: SchemaModel, resolve: Resolve): boolean {
  const inside = (part: SchemaModel) => takesUndefined(part, resolve);
  switch (schema.kind) {
    case "optional":
      return !schema.exact || inside(schema.inner);
    case "undefined":
    case "default":
    case "prefault":
      return true;
    case "nullable":
    case "readonly":
    case "catch":
      return inside(schema.inner);
    case "transform":
      return inside(schema.accepts);
    case "union":
      // With its tag it is an array, whatever it holds.
      return !schema.isTagged && schema.options.some(inside);
    case "intersection":
      return inside(schema.left) && inside(schema.right);
    case "reference":
      return inside(resolve(schema));
    default:
      return false;
  }
}

/** Whether `null` may travel there. */
function takesNull(schema: SchemaModel, resolve: Resolve): boolean {
  const inside = (part: SchemaModel) => takesNull(part, resolve);
  switch (schema.kind) {
    case "null":
    case "nullable":
    case "any":
    case "unknown":
      return true;
    case "literal":
      return schema.values.includes(null);
    case "optional":
    case "default":
    case "prefault":
    case "readonly":
    case "catch":
    case "nonoptional":
      return inside(schema.inner);
    case "transform":
      return inside(schema.accepts);
    case "codec":
      return inside(schema.wire);
    case "union":
      return !schema.isTagged && schema.options.some(inside);
    case "intersection":
      return inside(schema.left) && inside(schema.right);
    case "reference":
      return inside(resolve(schema));
    default:
      return false;
  }
}
