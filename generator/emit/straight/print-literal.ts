import type { LiteralValue, SchemaModel } from "../../model/index.js";
import { allOf } from "./condition.js";
import { printBigintLiteral } from "./print-bigint.js";
import { type Frame, type Path, refuse } from "./printer.js";
import { Unprintable } from "./unprintable.js";
import { printJson } from "./value.js";

/** Prints literals of which at least one is a bigint; that one travels as its decimal text. */
export function printLiteral(
  { values }: SchemaModel & { readonly kind: "literal" },
  source: string,
  frame: Frame,
  _path: Path,
): string {
  const [from, to] = frame.direction === "write" ? [appOf, wireOf] : [wireOf, appOf];
  if (new Set(values.map(wireOf)).size < values.length) throw new Unprintable("literals of one wire form");
  refuse(frame, allOf(...values.map((value) => `${source} !== ${from(value)}`)));
  const changed = values.filter((value) => from(value) !== to(value));
  const chain = changed.map((value) => `${source} === ${from(value)} ? ${to(value)} : `);
  if (changed.length < values.length) return chain.join("") + source;
  // The last one needs no question.
  return chain.slice(0, -1).join("") + to(values.at(-1) ?? null);
}

function appOf(value: LiteralValue): string {
  return typeof value === "object" && value !== null ? printBigintLiteral(value.bigint) : printJson(value);
}

function wireOf(value: LiteralValue): string {
  return printJson(typeof value === "object" && value !== null ? String(BigInt(value.bigint)) : value);
}
