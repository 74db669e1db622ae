import type { ts } from "ts-morph";
import type { LoadedFile, LoadedGroup } from "../../load/loaded-contracts.js";
import type { ContractSource } from "../source/contract-source.js";
import type { Syntax } from "../source/syntax.js";
import { plainKind } from "./plain-expression.js";
import { isSchemaKind, type PlainKind } from "./plain-kind.js";

/**
 * Finds the contract files, by path, that TypeScript cannot have anything against: they have run, and all that they
 * say is plain. Most contracts are, and need no type check, which would take longer than all other stages together.
 */
export function findPlainFiles(loaded: LoadedGroup, source: ContractSource): ReadonlySet<string> {
  const files = new Map(loaded.files.map((file) => [file.path, file]));
  const known = new Map<string, Names | undefined>();
  const namesOf = (path: string): Names | undefined => {
    const file = files.get(path);
    if (!known.has(path) && file !== undefined) {
      // A circle of imports finds this: what is not proved is not plain.
      known.set(path, undefined);
      known.set(path, plainNames(file, source, namesOf));
    }
    return known.get(path);
  };
  return new Set([...files.keys()].filter((path) => namesOf(path) !== undefined));
}

/** What a file's names stand for. */
interface Names {
  readonly all: Map<string, PlainKind>;
  readonly exported: Set<string>;
  readonly types: Set<string>;
  readonly imported: Set<string>;
}

/** The names of a file; undefined where one of its statements is not plain. */
function plainNames(
  file: LoadedFile,
  source: ContractSource,
  namesOf: (path: string) => Names | undefined,
): Names | undefined {
  const { ts } = source;
  const text = source.file(file.path);
  // JavaScript is checked by other rules, and a comment may switch rules on and off.
  if (text === undefined || !/\.m?ts$/.test(file.path) || /@ts-|@jsx|\/\/\/\s*</.test(file.text)) {
    return undefined;
  }
  const names: Names = { all: new Map(), exported: new Set(), types: new Set(), imported: new Set() };
  const { statements } = text.ast;
  const isModule = statements.some(ts.isImportDeclaration);
  const isPlain = statements.every((statement) =>
    ts.isImportDeclaration(statement)
      ? addImport(statement, file, { ts, names, namesOf })
      : ts.isVariableStatement(statement)
        ? addConstants(statement, ts, names)
        : ts.isTypeAliasDeclaration(statement) && addType(statement, ts, names),
  );
  return isModule && isPlain ? names : undefined;
}

interface Imports {
  readonly ts: Syntax;
  readonly names: Names;
  readonly namesOf: (path: string) => Names | undefined;
}

/** The words of the contract language. */
const words: ReadonlySet<string> = new Set(["call", "channel", "event", "room", "stream"]);

function addImport(
  { importClause, moduleSpecifier, attributes }: ts.ImportDeclaration,
  file: LoadedFile,
  { ts, names, namesOf }: Imports,
): boolean {
  const bindings = importClause?.namedBindings;
  const isStrange =
    importClause?.name !== undefined || importClause?.phaseModifier !== undefined || attributes !== undefined;
  if (bindings === undefined || isStrange || !ts.isStringLiteral(moduleSpecifier)) {
    return false;
  }
  const from = moduleSpecifier.text;
  if (ts.isNamespaceImport(bindings)) {
    return from === "zod" && add(names, bindings.name.text, "zod");
  }
  const target = file.imports.get(from);
  // TypeScript wants the ending that the file has once it is compiled.
  const other = target?.endsWith(".ts") && /^\..*\.js$/.test(from) ? namesOf(target) : undefined;
  return bindings.elements.every(({ name, propertyName, isTypeOnly }) => {
    const own = (propertyName ?? name).text;
    const kind =
      from === "zod"
        ? own === "z" && ("zod" as const)
        : from === "wirepact/contract"
          ? propertyName === undefined && words.has(own) && ("word" as const)
          : other?.exported.has(own) && other.all.get(own);
    names.imported.add(name.text);
    return !isTypeOnly && kind !== undefined && kind !== false && add(names, name.text, kind);
  });
}

function add({ all }: Names, name: string, kind: PlainKind): boolean {
  const isNew = !all.has(name) && !taken.has(name);
  all.set(name, kind);
  return isNew;
}

/** Names that TypeScript keeps for itself at the top of some modules. */
const taken: ReadonlySet<string> = new Set("undefined globalThis require exports Object Promise".split(" "));

/** `const`s without a type of their own, with `export` or nothing before them. */
function addConstants(
  { modifiers = [] as never, declarationList }: ts.VariableStatement,
  compiler: Syntax,
  names: Names,
): boolean {
  const isExported = modifiers.length === 1 && modifiers[0]?.kind === compiler.SyntaxKind.ExportKeyword;
  if (!(declarationList.flags & compiler.NodeFlags.Const) || (modifiers.length > 0 && !isExported)) {
    return false;
  }
  return declarationList.declarations.every(({ name, type, initializer }) => {
    const isSimple = compiler.isIdentifier(name) && type === undefined && initializer !== undefined;
    const kind = isSimple ? plainKind(initializer, { ts: compiler, names: names.all }) : undefined;
    if (!isSimple || kind === undefined || kind === "zod" || kind === "word") {
      return false;
    }
    if (isExported) {
      names.exported.add(name.text);
    }
    return add(names, name.text, kind);
  });
}

/** `type Message = z.infer<typeof Message>` */
function addType(
  { name, type, typeParameters, modifiers = [] as never }: ts.TypeAliasDeclaration,
  compiler: Syntax,
  { all, types, imported }: Names,
): boolean {
  // Types of the language begin in lower case.
  const isNew = /^[A-Z]/.test(name.text) && !types.has(name.text) && !imported.has(name.text);
  types.add(name.text);
  const isExported = modifiers.every(({ kind }) => kind === compiler.SyntaxKind.ExportKeyword);
  if (!isNew || !isExported || typeParameters !== undefined || !compiler.isTypeReferenceNode(type)) {
    return false;
  }
  const { typeName, typeArguments: [argument, ...more] = [] as never } = type;
  return (
    compiler.isQualifiedName(typeName) &&
    compiler.isIdentifier(typeName.left) &&
    all.get(typeName.left.text) === "zod" &&
    ["infer", "input", "output"].includes(typeName.right.text) &&
    argument !== undefined &&
    more.length === 0 &&
    compiler.isTypeQueryNode(argument) &&
    argument.typeArguments === undefined &&
    compiler.isIdentifier(argument.exprName) &&
    isSchemaKind(all.get(argument.exprName.text))
  );
}
