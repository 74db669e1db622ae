import type { ts } from "ts-morph";

/**
 * The parser's words that reading needs: TypeScript's own, or those of the small parser for plain contracts
 * ({@link parsePlain}), which spare a run from loading TypeScript.
 */
export interface Syntax
  extends Pick<
    typeof ts,
    | "canHaveModifiers"
    | "getJSDocCommentsAndTags"
    | "getModifiers"
    | "isArrayLiteralExpression"
    | "isArrowFunction"
    | "isAsExpression"
    | "isBlock"
    | "isCallExpression"
    | "isComputedPropertyName"
    | "isEnumDeclaration"
    | "isExportAssignment"
    | "isExportDeclaration"
    | "isFunctionDeclaration"
    | "isFunctionExpression"
    | "isGetAccessorDeclaration"
    | "isIdentifier"
    | "isImportDeclaration"
    | "isJSDoc"
    | "isLiteralTypeNode"
    | "isNamedExports"
    | "isNamedImports"
    | "isNamespaceImport"
    | "isNonNullExpression"
    | "isNumericLiteral"
    | "isObjectLiteralExpression"
    | "isParenthesizedExpression"
    | "isPrefixUnaryExpression"
    | "isPropertyAccessExpression"
    | "isPropertyAssignment"
    | "isQualifiedName"
    | "isRegularExpressionLiteral"
    | "isReturnStatement"
    | "isSatisfiesExpression"
    | "isShorthandPropertyAssignment"
    | "isSpreadAssignment"
    | "isStringLiteral"
    | "isStringLiteralLike"
    | "isTypeAliasDeclaration"
    | "isTypePredicateNode"
    | "isTypeQueryNode"
    | "isTypeReferenceNode"
    | "isVariableStatement"
  > {
  readonly SyntaxKind: Pick<
    typeof ts.SyntaxKind,
    "AsyncKeyword" | "ExportKeyword" | "FalseKeyword" | "MinusToken" | "NullKeyword" | "TrueKeyword"
  >;
  readonly NodeFlags: Pick<typeof ts.NodeFlags, "Const">;
}
