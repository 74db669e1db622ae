import type { Syntax } from "../syntax.js";
import { constFlag } from "./parse-plain.js";
import type { PlainNode, PlainNodeKind } from "./plain-node.js";

type Node = Pick<PlainNode, "kind">;

function is(...kinds: readonly PlainNodeKind[]): (node: Node) => boolean {
  return ({ kind }) => kinds.includes(kind);
}

/** Of nodes that no plain contract has. */
const never = () => false;

const words = {
  SyntaxKind: {
    AsyncKeyword: "AsyncKeyword",
    ExportKeyword: "ExportKeyword",
    FalseKeyword: "FalseKeyword",
    MinusToken: "MinusToken",
    NullKeyword: "NullKeyword",
    TrueKeyword: "TrueKeyword",
  },
  NodeFlags: { Const: constFlag },
  canHaveModifiers: is("VariableStatement", "TypeAliasDeclaration", "ImportDeclaration"),
  getModifiers: ({ modifiers }: PlainNode) => modifiers,
  getJSDocCommentsAndTags: ({ docs }: PlainNode) => (docs === undefined ? [] : [docs]),
  isArrayLiteralExpression: is("ArrayLiteralExpression"),
  isArrowFunction: never,
  isAsExpression: never,
  isBlock: never,
  isCallExpression: is("CallExpression"),
  isComputedPropertyName: never,
  isEnumDeclaration: never,
  isExportAssignment: never,
  isExportDeclaration: never,
  isFunctionDeclaration: never,
  isFunctionExpression: never,
  isGetAccessorDeclaration: never,
  isIdentifier: is("Identifier"),
  isImportDeclaration: is("ImportDeclaration"),
  isJSDoc: is("JSDoc"),
  isLiteralTypeNode: never,
  isNamedExports: never,
  isNamedImports: is("NamedImports"),
  isNamespaceImport: is("NamespaceImport"),
  isNonNullExpression: never,
  isNumericLiteral: is("NumericLiteral"),
  isObjectLiteralExpression: is("ObjectLiteralExpression"),
  isParenthesizedExpression: never,
  isPrefixUnaryExpression: is("PrefixUnaryExpression"),
  isPropertyAccessExpression: is("PropertyAccessExpression"),
  isPropertyAssignment: is("PropertyAssignment"),
  isQualifiedName: is("QualifiedName"),
  isRegularExpressionLiteral: is("RegularExpressionLiteral"),
  isReturnStatement: never,
  isSatisfiesExpression: never,
  isShorthandPropertyAssignment: is("ShorthandPropertyAssignment"),
  isSpreadAssignment: never,
  isStringLiteral: is("StringLiteral"),
  isStringLiteralLike: is("StringLiteral", "NoSubstitutionTemplateLiteral"),
  isTypeAliasDeclaration: is("TypeAliasDeclaration"),
  isTypePredicateNode: never,
  isTypeQueryNode: is("TypeQuery"),
  isTypeReferenceNode: is("TypeReference"),
  isVariableStatement: is("VariableStatement"),
} satisfies Record<keyof Syntax, unknown>;

/** The words for what {@link parsePlain} gives. They are asked about its nodes only, which TypeScript's types stand for. */
export const plainWords = words as unknown as Syntax;
