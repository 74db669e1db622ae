import { createHash } from "node:crypto";
import type { Place } from "../model/index.js";
import type { EmittedFile } from "./emitted-file.js";
import { schemasSpecifier } from "./emitted-name.js";
import {
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  type Layout,
  line,
  type NameLayout,
  namesOf,
  printLayout,
} from "./layout.js";

/** One file to be: what it declares. Its imports follow from the names that the declarations use. */
export interface Module {
  readonly path: string;
  /** The contract file, or the folder, that it is made from. */
  readonly source: string;
  readonly declarations: readonly Declaration[];
}

/** One exported or local declaration. */
export interface Declaration {
  readonly name: string;
  /** What it stands for, in the words of a problem: ``the input of `chat.postMessage` ``. */
  readonly origin: string;
  readonly place: Place;
  readonly docs: Layout;
  readonly text: Layout;
  /** Names to import that the text spells out by itself. */
  readonly uses?: Layout;
}

/** The file of a module: header, imports, then each declaration once. The same module gives the same file. */
export function emitModule(module: Module): EmittedFile {
  const known = emitted.get(module) ?? printModule(module);
  emitted.set(module, known);
  return known;
}

const emitted = new WeakMap<Module, EmittedFile>();

function printModule(module: Module): EmittedFile {
  const declarations = distinct(module.declarations);
  const spellings = spellNames(module);
  const spelled = new Map<NameLayout, string>();
  const spell = (name: NameLayout): string => {
    const spelling = spelled.get(name) ?? spellings.get(keyOf(name)) ?? name.name;
    spelled.set(name, spelling);
    return spelling;
  };
  const parts = declarations.map(({ docs, text }) => [docs, text]);
  const declared = new Set(declarations.map(({ name }) => name));
  // A schema that the file declares as well is the same type: checks have seen to it.
  const imported = distinctNames(
    declarations.flatMap(({ docs, text, uses = [] }) => [docs, text, uses]),
  ).filter((name) => name.role === "import" && !(isSchema(name) && declared.has(name.name)));
  const imports = emitImports(imported, spell);
  const body = printLayout(
    join([hardLine, hardLine], [...(imports.length === 0 ? [] : [join(hardLine, imports)]), ...parts]),
    { spell },
  );
  return { path: module.path, text: withHeader(module.source, body) };
}

/** The mark's text before its sixteen digits. */
export const headerMark = "// wirepact:";

function withHeader(source: string, body: string): string {
  const rest = `\n${body}\n`;
  const made = `// Made by wirepact from ${source}. Do not edit: change the contract, then run \`npx wirepact generate\`.`;
  return `${made}\n${headerMark}${hashText(rest)}\n${rest}`;
}

/** Sixteen hexadecimal digits that stand for a text. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The first of each name: what follows is equal, or a problem that ended the run. */
function distinct(declarations: readonly Declaration[]): readonly Declaration[] {
  const names = new Set<string>();
  return declarations.filter(({ name }) => !names.has(name) && names.add(name));
}

function distinctNames(layouts: readonly Layout[]): readonly NameLayout[] {
  const names = new Set<NameLayout>();
  for (const layout of layouts) for (const name of namesOf(layout)) names.add(name);
  return [...names];
}

function keyOf({ role, from, name }: NameLayout): string {
  return `${role} ${from} ${name}`;
}

/**
 * Settles each name's spelling. Declared names and schemas keep theirs; what comes from the runtime, from a
 * contract or from the language gives way, so that a schema may be called `Call` or `Session`.
 */
function spellNames({ declarations }: Module): ReadonlyMap<string, string> {
  const taken = new Set(declarations.map(({ name }) => name));
  const spellings = new Map<string, string>();
  const names = distinctNames(declarations.flatMap(({ text, uses = [] }) => [uses, text]));
  for (const wanted of [isSchema, isContract, isRuntime, isOther]) {
    for (const name of names.filter(wanted)) {
      const key = keyOf(name);
      if (spellings.has(key)) continue;
      const spelling = isSchema(name) ? name.name : freeName(name, taken);
      spellings.set(key, spelling);
      taken.add(spelling);
    }
  }
  return spellings;
}

function isSchema({ from }: NameLayout): boolean {
  return from === schemasSpecifier;
}

function isContract({ from }: NameLayout): boolean {
  return from.startsWith("../") || (from.startsWith("./") && from !== schemasSpecifier);
}

function isRuntime(name: NameLayout): boolean {
  return name.role === "import" && !isSchema(name) && !isContract(name);
}

function isOther({ role }: NameLayout): boolean {
  return role !== "import";
}

function freeName(name: NameLayout, taken: ReadonlySet<string>): string {
  const wanted = name.alias ?? name.name;
  if (!taken.has(wanted)) return wanted;
  if (name.role === "global") return `globalThis.${wanted}`;
  const stem = wanted.charAt(0).toUpperCase() + wanted.slice(1);
  const prefix = name.role === "parameter" ? "Connection" : isContract(name) ? "Contract" : "Wirepact";
  // A value's alias begins in lower case, as the value's name does.
  const isLower = wanted.charAt(0) !== wanted.charAt(0).toUpperCase();
  let spelling = `${isLower ? prefix.toLowerCase() : prefix}${stem}`;
  while (taken.has(spelling)) spelling = `${spelling}_`;
  return spelling;
}

/** One import for each module, packages first, then from far to near; types and values in one list. */
function emitImports(
  imported: readonly NameLayout[],
  spell: (name: NameLayout) => string,
): readonly Layout[] {
  const byModule = new Map<string, Map<string, NameLayout>>();
  for (const name of imported) {
    const names = byModule.get(name.from) ?? new Map<string, NameLayout>();
    // A value's import serves as its type's too.
    if (!name.isType || !names.has(name.name)) names.set(name.name, name);
    byModule.set(name.from, names);
  }
  const modules = [...byModule].sort(([left], [right]) => compareSpecifiers(left, right));
  return modules.map(([from, names]) => {
    const sorted = [...names.values()].sort((left, right) => compareNames(spell(left), spell(right)));
    return emitImport(from, sorted, spell);
  });
}

function emitImport(from: string, names: readonly NameLayout[], spell: (name: NameLayout) => string): Layout {
  const isTypeOnly = names.every(({ isType }) => isType);
  const ordinary = names
    .filter(({ name }) => name !== "default")
    .map((name) => {
      const alias = spell(name) === name.name ? name.name : `${name.name} as ${spell(name)}`;
      return name.isType && !isTypeOnly ? `type ${alias}` : alias;
    });
  const clauses = [
    ...names.filter(({ name }) => name === "default").map(spell),
    ...(ordinary.length === 0
      ? []
      : [group(["{", indent([line, join([",", line], ordinary)]), ifBroken(","), line, "}"])]),
  ];
  return [isTypeOnly ? "import type " : "import ", join(", ", clauses), ` from "${from}";`];
}

function compareSpecifiers(left: string, right: string): number {
  return distance(left) - distance(right) || compareTexts(left, right);
}

/** Packages, then `../../..`, `../..`, `..`, then `.`. */
function distance(specifier: string): number {
  if (!specifier.startsWith(".")) return 0;
  return 1000 - (specifier.match(/\.\.\//g)?.length ?? 0);
}

function compareNames(left: string, right: string): number {
  return compareTexts(sortKey(left), sortKey(right));
}

/** Letters whatever their case, capitals first where nothing else differs: the order of common formatters. */
function sortKey(name: string): string {
  return name.replace(/./gu, (sign) => sign.toLowerCase() + (sign === sign.toLowerCase() ? "1" : "0"));
}

/** By code units: the same on every machine. */
export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
