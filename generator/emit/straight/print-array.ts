import type { SchemaModel, SizeCheck } from "../../model/index.js";
import { anyOf, type Condition } from "./condition.js";
import { callFunction, isShared } from "./functions.js";
import { camelCase } from "./names.js";
import { isPlain } from "./plain.js";
import { type Frame, local, type Path, refuse, use } from "./printer.js";
import { printSlot, slotOf } from "./slots.js";
import { Unprintable } from "./unprintable.js";
import { printNumber } from "./value.js";

/** Prints an array's checks: its length first, so that a long one costs nothing, then its items. */
export function printArray(
  schema: SchemaModel & { readonly kind: "array" },
  source: string,
  frame: Frame,
  path: Path,
): string {
  refuse(
    frame,
    anyOf(
      `!Array.isArray(${source})`,
      ...schema.checks.map((check) => refuseSize(check, `${source}.length`)),
    ),
  );
  const result = local(frame, path, frame.direction === "write" ? "Out" : "In");
  // A third faster than an array that grows.
  frame.lines.write(`const ${result} = new Array<unknown>(${source}.length);`);
  printItems(schema.item, { source, result, from: 0 }, frame, path);
  return result;
}

/** Prints the loop that reads the items of `source` from `from` on into the same places of `result`. */
export function printItems(
  item: SchemaModel,
  array: { readonly source: string; readonly result: string; readonly from: number },
  frame: Frame,
  path: Path,
): void {
  const { source, result, from } = array;
  const itemPath = [...path, "item"];
  const index = frame.names.take("index", camelCase(...path.slice(-1), "index"), camelCase(...path, "index"));
  const name = local(frame, itemPath);
  const head = `for (let ${index} = ${from}; ${index} < ${source}.length; ${index}++)`;
  frame.lines.block(head, () => {
    frame.lines.write(`const ${name}: unknown = ${source}[${index}];`);
    const itemFrame = { ...frame, fail: failAt(item, { ...array, index }, frame, itemPath) };
    frame.lines.writeValue(`${result}[${index}] = `, printSlot(item, name, itemFrame, itemPath));
  });
}

/** Where the items have a function of their own, the words go on behind those that it has passed. */
function failAt(
  item: SchemaModel,
  {
    source,
    result,
    from,
    index,
  }: { readonly source: string; readonly result: string; readonly from: number; readonly index: string },
  frame: Frame,
  path: Path,
): string {
  const { printer, invalid, fail } = frame;
  const isOwn = fail === `return ${invalid};` && from === 0 && !frame.isGuessed && printer.hasLines;
  if (!isOwn || isPlain(item, frame) || !isShared(item, frame)) return fail;
  if (slotOf(item, printer.resolve) !== "plain") return fail;
  const line = callFunction(item, frame, path);
  return `return ${use(frame, "stopAt")}(${line}, ${source}, ${result}.slice(0, ${index}));`;
}

/** When a size breaks a check; `source` is the size. */
export function refuseSize(check: SizeCheck, source: string): Condition {
  if (Number.isNaN(check.value)) throw new Unprintable("a length that is no number");
  switch (check.kind) {
    case "min_length":
      return `${source} < ${printNumber(check.value)}`;
    case "max_length":
      return `${source} > ${printNumber(check.value)}`;
    case "length":
      // Compared by `!==` with two lengths, one would be an error to the compiler.
      return anyOf(`${source} < ${printNumber(check.value)}`, `${source} > ${printNumber(check.value)}`);
  }
}
