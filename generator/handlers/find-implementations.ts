import { ts } from "ts-morph";

/** One call of `implementX` in a handler file. */
export interface Implementation {
  readonly node: ts.CallExpression;
  /** The handlers; absent where they are no object literal of this file. */
  readonly literal?: ts.ObjectLiteralExpression;
}

/** Finds the calls of a generated `implementX`, also under the alias that it is imported by or given middleware as. */
export function findImplementations(file: ts.SourceFile, implement: string): readonly Implementation[] {
  const aliases = findAliases(file, implement);
  const found: Implementation[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isCallee(node.expression, implement, aliases)) {
      const [argument] = node.arguments;
      const literal = argument === undefined ? undefined : findLiteral(argument, file);
      found.push({ node, ...(literal !== undefined && { literal }) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function findAliases(file: ts.SourceFile, implement: string): ReadonlySet<string> {
  const aliases = new Set<string>([implement]);
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements) {
      if ((propertyName ?? name).text === implement) aliases.add(name.text);
    }
  }
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const isWith = initializer !== undefined && isWithCall(initializer, implement, aliases);
      if (isWith && ts.isIdentifier(name)) aliases.add(name.text);
    }
  }
  return aliases;
}

/** `implementChat`, its alias, `generated.implementChat`, or one of these with middleware: `implementChat.with(…)`. */
function isCallee(callee: ts.Expression, implement: string, aliases: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(callee)) return aliases.has(callee.text);
  if (isWithCall(callee, implement, aliases)) return true;
  return ts.isPropertyAccessExpression(callee) && callee.name.text === implement;
}

/** `implementChat.with(…)`, with whatever stands there instead of `implementChat`. */
function isWithCall(expression: ts.Expression, implement: string, aliases: ReadonlySet<string>): boolean {
  if (!ts.isCallExpression(expression)) return false;
  const callee = expression.expression;
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === "with" &&
    isCallee(callee.expression, implement, aliases)
  );
}

/** The object literal that an expression is, or that the constant which it names is made as. */
export function findLiteral(
  expression: ts.Expression,
  file: ts.SourceFile,
  seen: ReadonlySet<string> = new Set(),
): ts.ObjectLiteralExpression | undefined {
  const bare = unwrap(expression);
  if (ts.isObjectLiteralExpression(bare)) return bare;
  if (!ts.isIdentifier(bare) || seen.has(bare.text)) return undefined;
  const initializer = findConstant(file, bare.text);
  return initializer && findLiteral(initializer, file, new Set([...seen, bare.text]));
}

/** What a top-level constant of the file is made as. */
export function findConstant(file: ts.SourceFile, name: string): ts.Expression | undefined {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const))
      continue;
    for (const declaration of statement.declarationList.declarations) {
      if (ts.isIdentifier(declaration.name) && declaration.name.text === name) return declaration.initializer;
    }
  }
  return undefined;
}

function unwrap(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isNonNullExpression(expression) ||
    ts.isTypeAssertionExpression(expression)
    ? unwrap(expression.expression)
    : expression;
}
