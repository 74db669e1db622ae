import type { SchemaModel } from "../../model/index.js";
import { anyOf, type Condition } from "./condition.js";
import { type Frame, local, type Path, refuse, use } from "./printer.js";
import { Unprintable } from "./unprintable.js";
import { printNumber } from "./value.js";

/** Prints a date, which travels as the text that `toISOString` gives. */
export function printDate(
  schema: SchemaModel & { readonly kind: "date" },
  source: string,
  frame: Frame,
  path: Path,
): string {
  if (schema.coerce) throw new Unprintable("a coerced date");
  if (frame.direction === "write") {
    refuse(frame, anyOf(`!${use(frame, "isDate")}(${source})`, ...schema.checks.map(refuseBound(source))));
    return `${source}.toISOString()`;
  }
  const date = local(frame, path, "Date");
  frame.lines.write(`const ${date} = ${use(frame, "decodeDate")}(${source});`);
  refuse(frame, anyOf(`${date} === undefined`, ...schema.checks.map(refuseBound(date))));
  return date;
}

function refuseBound(source: string) {
  return ({ kind, value, inclusive }: (SchemaModel & { kind: "date" })["checks"][number]): Condition => {
    if (Number.isNaN(value)) throw new Unprintable("a bound that is no date");
    const operator = kind === "greater_than" ? (inclusive ? "<" : "<=") : inclusive ? ">" : ">=";
    return `${source}.getTime() ${operator} ${printNumber(value)}`;
  };
}
