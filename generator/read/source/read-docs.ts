import type { Docs } from "../../model/index.js";
import type { ContractSource, SourceExpression, SourceNode } from "./contract-source.js";

/**
 * The documentation comment of a declaration or a property: the last one before it.
 *
 * ts-morph's `getJsDocs()` does not exist on property assignments, where members and fields live.
 */
export function readDocs(source: ContractSource, { file, node }: SourceNode): Docs | undefined {
  const { ts } = source;
  const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  return comment === undefined ? undefined : docsOf(plainText(file.ast.text.slice(comment.pos, comment.end)));
}

/** The documentation comment of a declared name. */
export function readDocsOfName(source: ContractSource, { file, node }: SourceNode): Docs | undefined {
  return readDocs(source, { file, node: source.ts.isIdentifier(node) ? node.parent : node });
}

/** The documentation comment of the constant that an expression names; undefined for other expressions. */
export function readDocsOfValue(source: ContractSource, { file, node }: SourceExpression): Docs | undefined {
  const declared = source.ts.isIdentifier(node) ? source.declarationOf(file, node.text) : undefined;
  return declared === undefined ? undefined : readDocsOfName(source, declared.name);
}

/** A description as documentation; undefined for an empty one. */
export function docsOf(text: string): Docs | undefined {
  return text === "" ? undefined : { text, deprecated: /^@deprecated\b/m.test(text) };
}

/** A comment without its delimiters and the stars at the beginning of its lines. */
function plainText(comment: string): string {
  return comment
    .replace(/^\/\*\*/, "")
    .replace(/\*\/$/, "")
    .split(/\r?\n/)
    .map((line, index) => (index === 0 ? line.replace(/^ /, "") : line.replace(/^\s*\*? ?/, "")).trimEnd())
    .join("\n")
    .replace(/^\n+|\s+$/g, "");
}
