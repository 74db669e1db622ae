/** A printed boolean expression; `any` and `all` nest, so that parentheses and line breaks are placed last. */
export type Condition =
  | string
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] };

/** Widest line that is printed where it can be. */
export const lineWidth = 110;

/** Whether one of them holds. */
export function anyOf(...conditions: readonly Condition[]): Condition {
  const parts = conditions
    .flatMap((part) => (typeof part !== "string" && "any" in part ? part.any : [part]))
    .filter((part, index, all) => part !== "false" && all.indexOf(part) === index);
  if (parts.includes("true")) return "true";
  const [first = "false", ...more] = parts;
  return more.length === 0 ? first : { any: parts };
}

/** Whether all of them hold. */
export function allOf(...conditions: readonly Condition[]): Condition {
  const parts = conditions
    .flatMap((part) => (typeof part !== "string" && "all" in part ? part.all : [part]))
    .filter((part, index, all) => part !== "true" && all.indexOf(part) === index);
  if (parts.includes("false")) return "false";
  const [first = "true", ...more] = parts;
  return more.length === 0 ? first : { all: parts };
}

/** The condition on one line. */
export function printCondition(condition: Condition): string {
  if (typeof condition === "string") return condition;
  const [parts, operator] = partsOf(condition);
  return parts.map(printOperand).join(operator);
}

/** The condition on several lines, each operand on its own; for what is too wide for one. */
export function breakCondition(condition: Condition, indent: number): string[] {
  const space = "  ".repeat(indent);
  if (typeof condition === "string") return [space + condition];
  const [parts, operator] = partsOf(condition);
  return parts.flatMap((part, index) => {
    const end = index < parts.length - 1 ? operator.trimEnd() : "";
    const line = space + printOperand(part) + end;
    if (line.length <= lineWidth || typeof part === "string") return [line];
    return [`${space}(`, ...breakCondition(part, indent + 1), `${space})${end}`];
  });
}

function partsOf(condition: Exclude<Condition, string>): [parts: readonly Condition[], operator: string] {
  return "any" in condition ? [condition.any, " || "] : [condition.all, " && "];
}

function printOperand(condition: Condition): string {
  return typeof condition === "string" ? condition : `(${printCondition(condition)})`;
}
