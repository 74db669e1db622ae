import type { Docs, Place } from "../model/index.js";
import { emitDocs, escapeEnd } from "./emit-docs.js";
import { emitKey } from "./emit-literal.js";
import { clientSpecifier, importName, serverSpecifier } from "./emitted-name.js";
import { group, hardLine, ifBroken, indent, join, type Layout, line, softLine } from "./layout.js";

/** One entry of an interface. */
export interface Entry {
  readonly docs?: Layout;
  readonly text: Layout;
}

/** `export interface Name<…> extends … { … }`, one entry a line. */
export function emitInterface(name: Layout, entries: readonly Entry[], extended?: Layout): Layout {
  const parent = extended === undefined ? [] : indent([line, "extends ", extended]);
  const head = group(["export interface ", name, parent, " {"]);
  const lines = entries.map(({ docs, text }) => [docs ?? [], text, ";"]);
  if (lines.length === 0) return [head, "}"];
  return [head, indent([hardLine, join(hardLine, lines)]), hardLine, "}"];
}

/** `readonly name: type`. */
export function property(name: string, type: Layout, docs?: Layout): Entry {
  return { text: ["readonly ", emitKey(name), ": ", type], ...(docs !== undefined && { docs }) };
}

/** A comment of our own, on one line. */
export function comment(text: string): Layout {
  return [`/** ${escapeEnd(text)} */`, hardLine];
}

/** `Name<A, B>`. */
export function generic(name: Layout, types: readonly Layout[]): Layout {
  if (types.length === 0) return name;
  return [name, group(["<", indent([softLine, join([",", line], types)]), softLine, ">"])];
}

/** `Name<A, B extends C>`, as it is declared. */
export function declareGeneric(name: Layout, parameters: readonly Layout[]): Layout {
  const list = [join([",", line], parameters), ifBroken(",")];
  return [name, group(["<", indent([softLine, list]), softLine, ">"])];
}

/** `A & B`. */
export function intersection(types: readonly Layout[]): Layout {
  return group(indent(join([" &", line], types)));
}

/** `(a: A, b: B)`. */
export function parameters(list: readonly Layout[]): Layout {
  if (list.length === 0) return "()";
  return group(["(", indent([softLine, join([",", line], list)]), ifBroken(","), softLine, ")"]);
}

/** The contract's comment on something named, with its link. */
export function contractDocs(
  named: { readonly docs?: Docs; readonly place: Place },
  toRoot: string,
  fallback?: string,
  note?: string,
): Layout {
  return emitDocs({ docs: named.docs, place: named.place, toRoot, fallback, note });
}

export function serverType(name: string): Layout {
  return importName(name, serverSpecifier, true);
}

export function serverValue(name: string): Layout {
  return importName(name, serverSpecifier, false);
}

export function clientType(name: string): Layout {
  return importName(name, clientSpecifier, true);
}

export function clientValue(name: string): Layout {
  return importName(name, clientSpecifier, false);
}
