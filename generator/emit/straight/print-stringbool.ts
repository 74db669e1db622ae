import type { SchemaModel } from "../../model/index.js";
import { emitString } from "../emit-literal.js";
import { type Condition, printCondition } from "./condition.js";
import { type Frame, hoistSet, local, type Path, refuse } from "./printer.js";
import { Unprintable } from "./unprintable.js";

/** Prints a boolean that travels as one of the author's texts for it. */
export function printStringbool(
  { truthy, falsy, isCaseSensitive }: SchemaModel & { readonly kind: "stringbool" },
  source: string,
  frame: Frame,
  path: Path,
): string {
  const [yes] = truthy;
  const [no] = falsy;
  if (yes === undefined || no === undefined) throw new Unprintable("a boolean without a text for it");
  if (frame.direction === "write") {
    refuse(frame, `typeof ${source} !== "boolean"`);
    return `${source} ? ${emitString(yes)} : ${emitString(no)}`;
  }
  refuse(frame, `typeof ${source} !== "string"`);
  let text = source;
  if (!isCaseSensitive) {
    text = local(frame, path, "Lower");
    frame.lines.write(`const ${text} = ${source}.toLowerCase();`);
  }
  const fold = (word: string) => (isCaseSensitive ? word : word.toLowerCase());
  const result = local(frame, path, "Bool");
  frame.lines.write(`const ${result} = ${printCondition(isOneOf(truthy.map(fold), "True"))};`);
  const isFalse = isOneOf(falsy.map(fold), "False");
  refuse(frame, {
    all: [
      `!${result}`,
      typeof isFalse === "string" && !isFalse.includes(" ") ? `!${isFalse}` : `!(${printCondition(isFalse)})`,
    ],
  });
  return result;

  function isOneOf(words: readonly string[], ending: string): Condition {
    const texts = [...new Set(words)].map((word) => emitString(word));
    if (texts.length < 4) return texts.map((word) => `${text} === ${word}`).join(" || ");
    return `${hoistSet(frame, texts, [...path, ending])}.has(${text})`;
  }
}
