import type { ts } from "ts-morph";
import type { PlainScope } from "./plain-expression.js";

export function isText(node: ts.Expression, { ts }: PlainScope): boolean {
  return ts.isStringLiteralLike(node);
}

export function isNumber(node: ts.Expression, { ts }: PlainScope): boolean {
  const isNegative = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken;
  return ts.isNumericLiteral(isNegative ? node.operand : node);
}

export function isBoolean(node: ts.Expression, { ts }: PlainScope): boolean {
  return node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword;
}

export function isLiteral(node: ts.Expression, scope: PlainScope): boolean {
  const isNull = node.kind === scope.ts.SyntaxKind.NullKeyword;
  return isNull || isText(node, scope) || isNumber(node, scope) || isBoolean(node, scope);
}
