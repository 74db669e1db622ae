import type { BigintCheck, SchemaModel } from "../../model/index.js";
import { anyOf, type Condition } from "./condition.js";
import { type Frame, local, type Path, refuse, use } from "./printer.js";
import { Unprintable } from "./unprintable.js";

/** Prints a bigint, which travels as decimal text. */
export function printBigint(
  schema: SchemaModel & { readonly kind: "bigint" },
  source: string,
  frame: Frame,
  path: Path,
): string {
  if (schema.coerce) throw new Unprintable("a coerced bigint");
  if (frame.direction === "write") {
    refuse(frame, anyOf(`typeof ${source} !== "bigint"`, ...schema.checks.map(refuseCheck(source))));
    const text = local(frame, path, "Text");
    frame.lines.write(`const ${text} = ${use(frame, "encodeBigint")}(${source});`);
    refuse(frame, `${text} === undefined`);
    return text;
  }
  const bigint = local(frame, path, "Bigint");
  frame.lines.write(`const ${bigint} = ${use(frame, "decodeBigint")}(${source});`);
  refuse(frame, anyOf(`${bigint} === undefined`, ...schema.checks.map(refuseCheck(bigint))));
  return bigint;
}

function refuseCheck(source: string) {
  return (check: BigintCheck): Condition => {
    switch (check.kind) {
      case "greater_than":
        return `${source} ${check.inclusive ? "<" : "<="} ${printBigintLiteral(check.value)}`;
      case "less_than":
        return `${source} ${check.inclusive ? ">" : ">="} ${printBigintLiteral(check.value)}`;
      case "multiple_of":
        if (BigInt(check.value) === 0n) throw new Unprintable("a multiple of nothing");
        return `${source} % ${printBigintLiteral(check.value)} !== 0n`;
      case "bigint_format":
        return refuseFormat(check.format, source);
      default:
        return unknownCheck(check);
    }
  };
}

function refuseFormat(format: string, source: string): Condition {
  switch (format) {
    case "int64":
      return anyOf(`${source} < ${-(2n ** 63n)}n`, `${source} > ${2n ** 63n - 1n}n`);
    case "uint64":
      return anyOf(`${source} < 0n`, `${source} > ${2n ** 64n - 1n}n`);
    default:
      throw new Unprintable(`bigint format ${format}`);
  }
}

/** A bigint as it is printed, from its decimal text. */
export function printBigintLiteral(value: string): string {
  return `${BigInt(value)}n`;
}

function unknownCheck(check: never): never {
  throw new TypeError(`unknown check: ${JSON.stringify(check)}`);
}
