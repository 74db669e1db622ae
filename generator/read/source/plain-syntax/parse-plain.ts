import type { ts } from "ts-morph";
import { parsePlainExpression } from "./parse-plain-expression.js";
import { type PlainNode, plainFile, plainNode } from "./plain-node.js";
import { NotPlain, PlainScanner } from "./plain-scanner.js";

/**
 * Parses a contract that consists of imports, constants and types of these, in the words that most contracts get by
 * with: its tree, as TypeScript has it; undefined for any other text, which TypeScript parses.
 *
 * @param text - A module that has been bundled and run: a text with errors may be taken for one without.
 */
export function parsePlain(text: string): ts.SourceFile | undefined {
  try {
    const scanner = new PlainScanner(text);
    const statements: PlainNode[] = [];
    while (!scanner.isAtEnd) {
      statements.push(parseStatement(scanner));
    }
    return plainFile(text, statements);
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

function parseStatement(scanner: PlainScanner): PlainNode {
  const docs = scanner.takeDocs();
  const { start } = scanner;
  const isExported = scanner.seesName("export");
  const modifiers = isExported ? [parseKeyword(scanner, "ExportKeyword")] : undefined;
  if (!isExported && scanner.seesName("import")) {
    return parseImport(scanner);
  }
  if (scanner.seesName("const")) {
    scanner.name();
    // Of several constants a comment is the first one's.
    const declarations = [parseConstant(scanner, docs)];
    while (scanner.takes(",")) declarations.push(parseConstant(scanner));
    endStatement(scanner);
    const declarationList = { flags: constFlag, declarations };
    return plainNode("VariableStatement", [start, scanner.end], { modifiers, declarationList });
  }
  scanner.expectName("type");
  const name = parseName(scanner);
  scanner.expect("=");
  const type = parseTypeOf(scanner);
  endStatement(scanner);
  return plainNode("TypeAliasDeclaration", [start, scanner.end], { modifiers, name, type });
}

/** The flag by which {@link parsePlain} marks lists of constants. */
export const constFlag = 2;

function parseKeyword(scanner: PlainScanner, kind: "ExportKeyword"): PlainNode {
  const { start } = scanner;
  scanner.name();
  return plainNode(kind, [start, scanner.end]);
}

/** `import { z } from "zod";` */
function parseImport(scanner: PlainScanner): PlainNode {
  const { start } = scanner;
  scanner.expectName("import");
  const namedBindings = scanner.sees("*") ? parseNamespace(scanner) : parseNamedImports(scanner);
  scanner.expectName("from");
  const moduleSpecifier = parsePlainExpression(scanner);
  if (moduleSpecifier.kind !== "StringLiteral") throw new NotPlain();
  endStatement(scanner);
  const importClause = { namedBindings };
  return plainNode("ImportDeclaration", [start, scanner.end], { importClause, moduleSpecifier });
}

function parseNamespace(scanner: PlainScanner): PlainNode {
  const { start } = scanner;
  scanner.expect("*");
  scanner.expectName("as");
  const name = parseName(scanner);
  return plainNode("NamespaceImport", [start, scanner.end], { name });
}

function parseNamedImports(scanner: PlainScanner): PlainNode {
  const { start } = scanner;
  const elements: PlainNode[] = [];
  scanner.expect("{");
  while (!scanner.sees("}")) {
    elements.push(parseImportSpecifier(scanner));
    if (!scanner.takes(",")) break;
  }
  scanner.expect("}");
  return plainNode("NamedImports", [start, scanner.end], { elements });
}

/** `Message` or `Message as M`. */
function parseImportSpecifier(scanner: PlainScanner): PlainNode {
  const { start } = scanner;
  const first = parseName(scanner);
  // `type` may be a name, and mostly is not.
  if (["type", "as"].includes(nameOf(first))) throw new NotPlain();
  const isRenamed = scanner.seesName("as");
  if (isRenamed) scanner.name();
  const names = isRenamed ? { propertyName: first, name: parseName(scanner) } : { name: first };
  return plainNode("ImportSpecifier", [start, scanner.end], { ...names, isTypeOnly: false });
}

/** `Message = z.object({ … })` */
function parseConstant(scanner: PlainScanner, docs?: PlainNode): PlainNode {
  const { start } = scanner;
  const name = parseName(scanner);
  scanner.expect("=");
  const initializer = parsePlainExpression(scanner);
  const declaration = plainNode("VariableDeclaration", [start, scanner.end], { name, initializer, docs });
  name.parent = declaration;
  return declaration;
}

/** `z.infer<typeof Message>` */
function parseTypeOf(scanner: PlainScanner): PlainNode {
  const { start } = scanner;
  const left = parseName(scanner);
  scanner.expect(".");
  const right = parseName(scanner);
  const typeName = plainNode("QualifiedName", [start, scanner.end], { left, right });
  scanner.expect("<");
  const from = scanner.start;
  scanner.expectName("typeof");
  const exprName = parseName(scanner);
  const query = plainNode("TypeQuery", [from, scanner.end], { exprName });
  scanner.expect(">");
  return plainNode("TypeReference", [start, scanner.end], { typeName, typeArguments: [query] });
}

function parseName(scanner: PlainScanner): PlainNode {
  const { start } = scanner;
  const text = scanner.name();
  return plainNode("Identifier", [start, scanner.end], { text });
}

function nameOf({ text }: PlainNode): string {
  return String(text);
}

/** Past the semicolon, or where a new line begins with a word that only begins statements. */
function endStatement(scanner: PlainScanner): void {
  const isNext = ["export", "import", "const"].some((word) => scanner.seesName(word));
  if (!scanner.takes(";") && !scanner.isAtEnd && !(scanner.isNewLine && isNext)) throw new NotPlain();
}
