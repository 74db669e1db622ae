import type { NumberCheck, SchemaModel } from "../../model/index.js";
import { anyOf, type Condition } from "./condition.js";
import { type Frame, use } from "./printer.js";
import { Unprintable } from "./unprintable.js";
import { printNumber } from "./value.js";

/** When a number is refused; `source` is a number only where `isNumber` says so. */
export function refuseNumber(
  schema: SchemaModel & { readonly kind: "number" },
  source: string,
  frame: Frame,
  isNumber = false,
): Condition {
  const formats = schema.checks.flatMap((check) => (check.kind === "number_format" ? [check.format] : []));
  const isInteger = formats.some((format) => format.includes("int"));
  const tests = schema.checks.map((check) => refuseCheck(check, source, frame));
  const finite = isInteger ? "false" : `!Number.isFinite(${source})`;
  const isTypeKnown = isNumber || tests.every((test) => test === "false" || isTypeless(test));
  return anyOf(
    isTypeKnown ? "false" : `typeof ${source} !== "number"`,
    finite,
    ...tests,
    mindsNegativeZero(schema, frame) ? `Object.is(${source}, -0)` : "false",
  );
}

/** Whether -0 may pass, which JSON has not: it travels as text, unless an option of a union is guessed by its form. */
function mindsNegativeZero(
  { checks }: SchemaModel & { readonly kind: "number" },
  { direction, isGuessed }: Frame,
): boolean {
  return direction === "write" && !isGuessed && !checks.some(refusesZero);
}

function refusesZero(check: NumberCheck): boolean {
  if (check.kind === "greater_than") return check.value > 0 || (check.value === 0 && !check.inclusive);
  if (check.kind === "less_than") return check.value < 0 || (check.value === 0 && !check.inclusive);
  return false;
}

/** Tests that take anything, not just numbers. */
function isTypeless(test: Condition): boolean {
  return typeof test === "string" && test.startsWith("!Number.isSafeInteger(");
}

function refuseCheck(check: NumberCheck, source: string, frame: Frame): Condition {
  switch (check.kind) {
    case "greater_than":
      return `${source} ${check.inclusive ? "<" : "<="} ${printBound(check.value)}`;
    case "less_than":
      return `${source} ${check.inclusive ? ">" : ">="} ${printBound(check.value)}`;
    case "multiple_of":
      return `!${use(frame, "isMultiple")}(${source}, ${printBound(check.value)})`;
    case "number_format":
      return refuseFormat(check.format, source);
    default:
      return unknownCheck(check);
  }
}

function refuseFormat(format: string, source: string): Condition {
  switch (format) {
    case "safeint":
      return `!Number.isSafeInteger(${source})`;
    // Cutting a number to 32 bits leaves exactly these as they are.
    case "int32":
      return `(${source} | 0) !== ${source}`;
    case "uint32":
      return `(${source} >>> 0) !== ${source}`;
    case "float32":
      return anyOf(`${source} < -3.4028234663852886e38`, `${source} > 3.4028234663852886e38`);
    case "float64":
      return "false";
    default:
      throw new Unprintable(`number format ${format}`);
  }
}

function printBound(value: number): string {
  if (Number.isNaN(value)) throw new Unprintable("a bound that is no number");
  return printNumber(value);
}

function unknownCheck(check: never): never {
  throw new TypeError(`unknown check: ${JSON.stringify(check)}`);
}
