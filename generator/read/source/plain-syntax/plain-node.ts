import type { ts } from "ts-morph";

/** Kinds of nodes, by TypeScript's names: those that plain contracts are made of. */
export type PlainNodeKind =
  | "ArrayLiteralExpression"
  | "CallExpression"
  | "ExportKeyword"
  | "FalseKeyword"
  | "Identifier"
  | "ImportDeclaration"
  | "ImportSpecifier"
  | "JSDoc"
  | "NamedImports"
  | "NamespaceImport"
  | "NoSubstitutionTemplateLiteral"
  | "NullKeyword"
  | "NumericLiteral"
  | "ObjectLiteralExpression"
  | "PrefixUnaryExpression"
  | "PropertyAccessExpression"
  | "PropertyAssignment"
  | "QualifiedName"
  | "RegularExpressionLiteral"
  | "ShorthandPropertyAssignment"
  | "StringLiteral"
  | "TrueKeyword"
  | "TypeAliasDeclaration"
  | "TypeQuery"
  | "TypeReference"
  | "VariableDeclaration"
  | "VariableStatement";

/** A node with the properties that TypeScript's of this kind have, as far as reading looks at them. */
export interface PlainNode {
  readonly kind: PlainNodeKind;
  readonly start: number;
  readonly end: number;
  /** Of the name of a variable: its declaration. */
  parent?: PlainNode;
  /** The last documentation comment before it. */
  readonly docs?: PlainNode | undefined;
  readonly [property: string]: unknown;
}

/** What a node of TypeScript's tells of its place. */
const placed = {
  getStart(this: PlainNode): number {
    return this.start;
  },
  getText(this: PlainNode, { text }: ts.SourceFile): string {
    return text.slice(this.start, this.end);
  },
};

/** Makes a node. */
export function plainNode(
  kind: PlainNodeKind,
  [start, end]: readonly [start: number, end: number],
  properties: Readonly<Record<string, unknown>> = {},
): PlainNode {
  return Object.assign(Object.create(placed) as object, { kind, start, end, ...properties });
}

/** A parsed text, with what reading asks of TypeScript's source files. */
export function plainFile(text: string, statements: readonly PlainNode[]): ts.SourceFile {
  let lineStarts: readonly number[] | undefined;
  const file = {
    text,
    statements,
    getLineAndCharacterOfPosition(position: number) {
      lineStarts ??= [
        0,
        ...[...text.matchAll(/\r\n?|\n/g)].map(({ 0: { length }, index }) => index + length),
      ];
      const line = lineStarts.findLastIndex((start) => start <= position);
      return { line, character: position - (lineStarts[line] ?? 0) };
    },
  };
  // Whoever reads asks for nothing but what is there: `Syntax` has no other words.
  return file as unknown as ts.SourceFile;
}
