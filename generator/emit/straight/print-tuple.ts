import type { SchemaModel } from "../../model/index.js";
import { absenceOf, mayVanish } from "./absence.js";
import { anyOf, type Condition } from "./condition.js";
import { printItems } from "./print-array.js";
import { type Frame, local, type Path, refuse } from "./printer.js";
import { printSlot } from "./slots.js";
import { Unprintable } from "./unprintable.js";
import { printValue } from "./value.js";

/** Prints a tuple's checks; items at its end that may be absent stay absent. */
export function printTuple(
  schema: SchemaModel & { readonly kind: "tuple" },
  source: string,
  frame: Frame,
  path: Path,
): string {
  const { items, rest } = schema;
  const { resolve } = frame.printer;
  const mayBeAbsentFrom = endOf(items, (item) => absenceOf(item, resolve) === "missing");
  const mayVanishFrom = endOf(items, (item) => !mayVanish(item, resolve));
  if (mayVanishFrom < mayBeAbsentFrom)
    throw new Unprintable("a tuple whose items vanish but may not be absent");
  const tail = items.slice(mayVanishFrom);
  if (tail.some((item) => absenceOf(item, resolve) !== "allowed")) {
    throw new Unprintable("a tuple with an optional default");
  }

  refuse(frame, anyOf(`!Array.isArray(${source})`, refuseLength(schema, mayBeAbsentFrom, source)));
  const isTrimmed = frame.direction === "write" && mayBeAbsentFrom < items.length;
  if (isTrimmed && mayVanishFrom > mayBeAbsentFrom) throw new Unprintable("a written tuple with defaults");
  let length = `${source}.length`;
  if (isTrimmed) {
    // What is undefined at the end does not travel.
    length = local(frame, path, "Length");
    frame.lines.write(`let ${length} = ${source}.length;`);
    const isOver = `${length} > ${mayBeAbsentFrom}${rest ? ` && ${length} <= ${items.length}` : ""}`;
    frame.lines.block(`while (${isOver} && ${source}[${length} - 1] === undefined)`, () =>
      frame.lines.write(`${length}--;`),
    );
  }
  const head = items.slice(0, mayVanishFrom).map((item, index) => printItem(item, index));
  if (tail.length === 0 && !rest) return `[${head.join(", ")}]`;
  const result = local(frame, path, frame.direction === "write" ? "Out" : "In");
  frame.lines.write(`const ${result}: unknown[] = [${head.join(", ")}];`);
  printTail(0);
  if (rest) printItems(rest, { source, result, from: items.length }, frame, path);
  return result;

  function printTail(offset: number): void {
    const item = tail[offset];
    if (!item) return;
    const index = mayVanishFrom + offset;
    frame.lines.when(`${length} > ${index}`, () => {
      frame.lines.write(`${result}.push(${printItem(item, index)});`);
      printTail(offset + 1);
    });
  }

  function printItem(item: SchemaModel, index: number): string {
    const name = local(frame, [...path, ordinals[index] ?? "item"]);
    frame.lines.write(`const ${name}: unknown = ${source}[${index}];`);
    return printValue(printSlot(item, name, frame, [...path, ordinals[index] ?? "item"]));
  }
}

/** With a rest there is no limit, and an item that is missing is refused as what it reads as. */
function refuseLength(
  { items, rest }: { readonly items: readonly SchemaModel[]; readonly rest?: SchemaModel },
  least: number,
  source: string,
): Condition {
  if (rest) return "false";
  if (least === items.length) return `${source}.length !== ${least}`;
  return anyOf(least > 0 ? `${source}.length < ${least}` : "false", `${source}.length > ${items.length}`);
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** The index after the last item of which it holds. */
function endOf(items: readonly SchemaModel[], holds: (item: SchemaModel) => boolean): number {
  for (let index = items.length; index > 0; index--) {
    const item = items[index - 1];
    if (item && holds(item)) return index;
  }
  return 0;
}
