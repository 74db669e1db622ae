import type { ts } from "ts-morph";
import {
  type ContractSource,
  onlyReturned,
  type SourceExpression,
  type SourceNode,
} from "./contract-source.js";

/** A property of an object literal. */
export interface SourceProperty {
  readonly name: SourceNode;
  /** What carries the documentation comment. */
  readonly declaration: SourceNode;
  readonly value: SourceExpression;
}

/** A call, taken apart. */
export interface SourceCall {
  readonly name: string;
  readonly arguments: readonly SourceExpression[];
  readonly typeArguments: readonly SourceNode<ts.TypeNode>[];
  /** What a method is called on; absent for `object(…)` and `z.object(…)`. */
  readonly receiver?: SourceExpression;
}

/** Steps through one expression; more is a circle. */
const mostSteps = 100;

/**
 * Follows an expression to the one that makes the value: through parentheses, casts, names of this and other
 * files, and functions that do nothing but give back an expression. Ends where the source does not tell more.
 */
export function follow(source: ContractSource, from: SourceExpression): SourceExpression {
  let at = from;
  for (let step = 0; step < mostSteps; step++) {
    const next = followOnce(source, at);
    if (next === undefined) {
      return at;
    }
    at = next;
  }
  return from;
}

function followOnce(source: ContractSource, { file, node }: SourceExpression): SourceExpression | undefined {
  const { ts } = source;
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  ) {
    return { file, node: node.expression };
  }
  if (ts.isIdentifier(node)) {
    return source.declarationOf(file, node.text)?.value;
  }
  if (ts.isArrowFunction(node)) {
    const body = ts.isBlock(node.body) ? onlyReturned(ts, node.body) : node.body;
    return body === undefined ? undefined : { file, node: body };
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    // A function of the author's own: what it gives back.
    return source.declarationOf(file, node.expression.text)?.value;
  }
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const namespace = source.namespaceOf(file, node.expression.text);
    if (namespace !== undefined) {
      return source.exportOf(namespace, node.name.text)?.value;
    }
    const object = follow(source, { file, node: node.expression });
    return ts.isObjectLiteralExpression(object.node)
      ? propertyOf(source, object, node.name.text)?.value
      : undefined;
  }
  return undefined;
}

/** An expression as a call, once followed; undefined for anything else. */
export function callOf(source: ContractSource, from: SourceExpression): SourceCall | undefined {
  const { ts } = source;
  const { file, node } = follow(source, from);
  if (!ts.isCallExpression(node)) {
    return undefined;
  }
  const list = node.arguments.map((argument) => ({ file, node: argument }));
  const typeArguments = (node.typeArguments ?? []).map((argument) => ({ file, node: argument }));
  const given = { arguments: list, typeArguments };
  if (ts.isIdentifier(node.expression)) {
    return { name: node.expression.text, ...given };
  }
  if (!ts.isPropertyAccessExpression(node.expression)) {
    return undefined;
  }
  const { name, expression: receiver } = node.expression;
  return isLibrary(source, { file, node: receiver })
    ? { name: name.text, ...given }
    : { name: name.text, ...given, receiver: { file, node: receiver } };
}

/** Whether an expression is a library itself (`z`, `z.iso`) and no schema. */
function isLibrary(source: ContractSource, { file, node }: SourceExpression): boolean {
  const { ts } = source;
  if (ts.isPropertyAccessExpression(node)) {
    return isLibrary(source, { file, node: node.expression });
  }
  if (!ts.isIdentifier(node)) {
    return false;
  }
  return source.declarationOf(file, node.text) === undefined && isImported(source, file.ast, node.text);
}

function isImported({ ts }: ContractSource, ast: ts.SourceFile, name: string): boolean {
  return ast.statements.some((statement) => {
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
    const bindings = clause?.namedBindings;
    return (
      clause?.name?.text === name ||
      (bindings !== undefined &&
        (ts.isNamespaceImport(bindings)
          ? bindings.name.text === name
          : bindings.elements.some((element) => element.name.text === name)))
    );
  });
}

/** The properties of an object literal that say their names themselves, in order. */
export function propertiesOf(source: ContractSource, from: SourceExpression): readonly SourceProperty[] {
  const known = foundProperties.get(from.node) ?? findProperties(source, from);
  foundProperties.set(from.node, known);
  return known;
}

/** Each is looked for by its name. */
const foundProperties = new WeakMap<ts.Node, readonly SourceProperty[]>();

function findProperties(source: ContractSource, { file, node }: SourceExpression): readonly SourceProperty[] {
  const { ts } = source;
  if (!ts.isObjectLiteralExpression(node)) {
    return [];
  }
  return node.properties.flatMap((property): SourceProperty[] => {
    if (property.name === undefined || nameText(source, property.name) === undefined) {
      return [];
    }
    const value = expressionOf(source, property);
    return value === undefined
      ? []
      : [
          {
            name: { file, node: property.name },
            declaration: { file, node: property },
            value: { file, node: value },
          },
        ];
  });
}

function expressionOf(
  { ts }: ContractSource,
  property: ts.ObjectLiteralElementLike,
): ts.Expression | undefined {
  if (ts.isPropertyAssignment(property)) {
    return property.initializer;
  }
  if (ts.isShorthandPropertyAssignment(property)) {
    return property.name;
  }
  return ts.isGetAccessorDeclaration(property) ? onlyReturned(ts, property.body) : undefined;
}

/** A property by its name, the last one if there are several; looks into what is spread as well. */
export function propertyOf(
  source: ContractSource,
  from: SourceExpression,
  name: string,
): SourceProperty | undefined {
  const { ts } = source;
  const literal = follow(source, from);
  const own = propertiesOf(source, literal).findLast((each) => nameText(source, each.name.node) === name);
  if (own !== undefined || !ts.isObjectLiteralExpression(literal.node)) {
    return own;
  }
  for (const property of literal.node.properties.toReversed()) {
    if (ts.isSpreadAssignment(property)) {
      const found = propertyOf(source, { file: literal.file, node: property.expression }, name);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

/** The text of a property's name; undefined for a computed one. */
export function nameText({ ts }: ContractSource, name: ts.Node): string | undefined {
  if (ts.isComputedPropertyName(name)) {
    return ts.isStringLiteralLike(name.expression) ? name.expression.text : undefined;
  }
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)
    ? name.text
    : undefined;
}
