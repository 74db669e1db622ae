import path from "node:path";
import { ts } from "ts-morph";
import { findConstant, findLiteral } from "./find-implementations.js";

/** The handlers that an object literal holds. */
export interface HandlerNames {
  /** Where each stands. */
  readonly present: ReadonlyMap<string, ts.Node>;
  /** Whether there may be more: something that cannot be followed is spread in, or a name is computed. */
  readonly isOpen: boolean;
}

/** Other handler files, which what is spread in may come from. */
export interface SpreadSource {
  /** By absolute path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads the names in an object literal: methods, properties, shorthands, and what is spread in. */
export function readHandlerNames(
  literal: ts.ObjectLiteralExpression,
  source: SpreadSource,
  seen: ReadonlySet<ts.Node | string> = new Set(),
): HandlerNames {
  const present = new Map<string, ts.Node>();
  let isOpen = false;
  for (const property of literal.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = followSpread(property.expression, literal.getSourceFile(), source, seen);
      for (const [name, node] of spread?.present ?? []) present.set(name, node);
      isOpen ||= spread?.isOpen ?? true;
      continue;
    }
    const name = nameOf(property.name);
    if (name === undefined) isOpen = true;
    else present.set(name, property.name);
  }
  return { present, isOpen };
}

function nameOf(name: ts.PropertyName): string | undefined {
  if (!ts.isComputedPropertyName(name)) return name.text;
  return ts.isStringLiteralLike(name.expression) ? name.expression.text : undefined;
}

/** The handlers of what is spread in: a constant of this file, or one that another handler file exports. */
function followSpread(
  expression: ts.Expression,
  file: ts.SourceFile,
  source: SpreadSource,
  seen: ReadonlySet<ts.Node | string>,
): HandlerNames | undefined {
  const literal = findLiteral(expression, file);
  if (literal !== undefined) {
    return seen.has(literal) ? undefined : readHandlerNames(literal, source, new Set([...seen, literal]));
  }
  if (!ts.isIdentifier(expression)) return undefined;
  const imported = findImport(file, expression.text, source);
  if (imported === undefined) return undefined;
  const key = `${imported.file} ${imported.name}`;
  if (seen.has(key)) return undefined;
  const text = source.files.get(imported.file) ?? "";
  const other = ts.createSourceFile(imported.file, text, ts.ScriptTarget.Latest, true);
  const initializer = findConstant(other, imported.name);
  return initializer && followSpread(initializer, other, source, new Set([...seen, key]));
}

function findImport(
  file: ts.SourceFile,
  name: string,
  { files }: SpreadSource,
): { readonly file: string; readonly name: string } | undefined {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    const element = bindings.elements.find((candidate) => candidate.name.text === name);
    if (element === undefined) continue;
    const target = path.resolve(path.dirname(file.fileName), statement.moduleSpecifier.text);
    const candidates = [target, target.replace(/\.([cm]?)js$/, ".$1ts"), `${target}.ts`];
    const found = candidates.find((candidate) => files.has(candidate));
    return found === undefined
      ? undefined
      : { file: found, name: (element.propertyName ?? element.name).text };
  }
  return undefined;
}
