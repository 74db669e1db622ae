import type { SchemaModel } from "../../model/index.js";
import { holdsOwnCodeIn } from "./own-code.js";
import { isPlain } from "./plain.js";
import { printNode } from "./print-node.js";
import { printAttempt } from "./print-wrapper.js";
import { type Frame, local, type Path, refuse } from "./printer.js";
import { printSlot } from "./slots.js";
import { Unprintable } from "./unprintable.js";
import { printValue } from "./value.js";

type UnionSchema = SchemaModel & { readonly kind: "union" };

/**
 * Prints a union of which it counts which option passes: it travels with the value where its forms could be mistaken
 * for one another, and in a `z.xor` it has to be the only one.
 */
export function printCountedUnion(schema: UnionSchema, source: string, frame: Frame, path: Path): string {
  return schema.isTagged && frame.direction === "read"
    ? readTagged(schema, source, frame, path)
    : tryAll(schema, source, frame, path);
}

/** The option is known, and no other one is tried. */
function readTagged({ options }: UnionSchema, source: string, frame: Frame, path: Path): string {
  const { lines } = frame;
  refuse(frame, { any: [`!Array.isArray(${source})`, `${source}.length !== 2`] });
  const form = local(frame, path, "Form");
  const result = local(frame, path, "In");
  lines.write(`const ${form}: unknown = ${source}[1];`);
  lines.write(`let ${result}: unknown;`);
  lines.block(`switch (${source}[0])`, () => {
    for (const [index, option] of options.entries()) {
      lines.block(`case ${index}:`, () => {
        lines.writeValue(`${result} = `, printSlot(option, form, frame, path));
        lines.write("break;");
      });
    }
    lines.write("default:");
    lines.write(`  ${frame.fail}`);
  });
  return result;
}

function tryAll(schema: UnionSchema, source: string, frame: Frame, path: Path): string {
  const { lines, invalid } = frame;
  const { options, isTagged, isExclusive } = schema;
  const decided = isExclusive ? options : options.slice(0, -1);
  if (frame.direction === "write" && decided.some((option) => holdsOwnCodeIn(option, frame.printer))) {
    throw new Unprintable("a union on whose options the author's own code decides");
  }
  if (frame.direction === "write" && !isTagged && !options.every((option) => isPlain(option, frame))) {
    throw new Unprintable("an exclusive union that may fit more options once it is stripped");
  }
  const result = local(frame, path, frame.direction === "write" ? "Out" : "In");
  lines.write(`let ${result}: unknown = ${invalid};`);
  for (const [index, option] of options.entries()) {
    const when = index === 0 || isExclusive ? "true" : `${result} === ${invalid}`;
    const printOption = (attempt: Frame) => {
      const inside = isTagged ? attempt : { ...attempt, isGuessed: true };
      const value = (isTagged ? printSlot : printNode)(option, source, inside, path);
      if (isExclusive && index > 0) refuse(frame, `${result} !== ${invalid}`);
      if (isTagged) lines.write(`${result} = [${index}, ${printValue(value)}];`);
      else lines.writeValue(`${result} = `, value);
    };
    printAttempt(frame, path, printOption, when);
  }
  refuse(frame, `${result} === ${invalid}`);
  return result;
}
