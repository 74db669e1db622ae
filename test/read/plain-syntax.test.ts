import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import { parsePlain } from "../../generator/read/source/plain-syntax/parse-plain.js";
import { plainWords } from "../../generator/read/source/plain-syntax/plain-words.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

const contract = `/** Of the file. */
import { call, channel, event as happening } from "wirepact/contract"; // why
import * as z from 'zod'

/** A message. */
export const Message = z.object({
  /** Who wrote it. */
  author: z.string().min(1).max(1_000).regex(/^[a-z/]+\\/$/i),
  "sent at": z.iso.datetime(), /* the server's */ tags: z.array(z.enum(["a", 'b "c"', \`d\`])).default([]),
  weight: z.number().min(-1.5e3).optional(),
}), Other = Message.partial();

export type Message = z.infer<typeof Message>;

/** Chat.
 * @deprecated
 */
export const chat = channel("/chat\\u0041\\n", {
  clientToServer: {
    // Not this one.
    /** Not the last one. */
    /** Posts. */
    post: call({ input: Message, output: z.literal([true, false, null, 0]), timeoutMs: 5 }),
    Message,
  },
  serverToClient: { posted: happening(Message) },
});
`;

interface Comparison {
  readonly plain: unknown;
  readonly typeScript: unknown;
  /** Whether TypeScript cannot parse the text. */
  readonly hasErrors: boolean;
}

/** What parsePlain has of a text, beside what TypeScript has in the same places; undefined where it leaves it alone. */
function compare(text: string): Comparison | undefined {
  const file = parsePlain(text);
  if (file === undefined) return undefined;
  const other = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true);
  const placeIn = (source: ts.SourceFile, position: number) => source.getLineAndCharacterOfPosition(position);
  const plain: unknown[] = [];
  const typeScript: unknown[] = [];
  const visit = (node: unknown, twin: unknown, where: string): void => {
    if (Array.isArray(node)) {
      const twins = (twin ?? []) as readonly unknown[];
      plain.push(`${where} ${node.length}`);
      typeScript.push(`${where} ${twins.length}`);
      for (const [index, item] of node.entries()) visit(item, twins[index], `${where}.${index}`);
      return;
    }
    if (!isNode(node)) return;
    const [one, two] = [node, twin as ts.Node | undefined];
    const kind = one.kind as unknown as keyof typeof ts.SyntaxKind;
    const [docs, otherDocs] = [
      plainWords.getJSDocCommentsAndTags(one).filter(plainWords.isJSDoc).at(-1),
      two && ts.getJSDocCommentsAndTags(two).filter(ts.isJSDoc).at(-1),
    ];
    const textOf = (each: object) => ("text" in each ? each.text : undefined);
    plain.push([where, kind, one.getText(file), textOf(one), placeIn(file, one.getStart(file))]);
    typeScript.push([
      where,
      two && (ts.SyntaxKind[kind] === two.kind ? kind : ts.SyntaxKind[two.kind]),
      two?.getText(other),
      two && textOf(two),
      two && placeIn(other, two.getStart(other)),
    ]);
    if (mayHaveDocs.has(kind)) {
      plain.push([where, docs?.pos, docs?.end]);
      typeScript.push([where, otherDocs?.pos, otherDocs?.end]);
    }
    for (const [name, value] of Object.entries(one)) {
      if (name === "parent" || name === "docs" || name === "kind") continue;
      const twins = two as unknown as Record<string, unknown> | undefined;
      if (typeof value === "object" && value !== null) visit(value, twins?.[name], `${where}.${name}`);
    }
    for (const name of absent[kind] ?? []) {
      plain.push([where, name, Object.hasOwn(one, name)]);
      typeScript.push([where, name, twinHas(two, name)]);
    }
  };
  visit(file.statements, other.statements, "");
  for (const statement of file.statements) {
    if (plainWords.isImportDeclaration(statement)) {
      const twin = other.statements[file.statements.indexOf(statement)] as ts.ImportDeclaration;
      visit(statement.importClause?.namedBindings, twin.importClause?.namedBindings, "bindings");
    }
    if (plainWords.isVariableStatement(statement)) {
      const twin = other.statements[file.statements.indexOf(statement)] as ts.VariableStatement;
      visit(statement.declarationList.declarations, twin.declarationList?.declarations, "constants");
      plain.push(["const", (statement.declarationList.flags & plainWords.NodeFlags.Const) !== 0]);
      typeScript.push(["const", ((twin.declarationList?.flags ?? 0) & ts.NodeFlags.Const) !== 0]);
    }
  }
  // Not among the public properties, and much faster than to ask a program.
  const { parseDiagnostics } = other as unknown as { readonly parseDiagnostics: readonly unknown[] };
  return { plain, typeScript, hasErrors: parseDiagnostics.length > 0 };
}

const mayHaveDocs: ReadonlySet<string> = new Set([
  "PropertyAssignment",
  "ShorthandPropertyAssignment",
  "VariableDeclaration",
]);

/** What TypeScript's nodes may have, and nodes of a plain contract never have. */
const absent: Readonly<Partial<Record<string, readonly string[]>>> = {
  CallExpression: ["questionDotToken", "typeArguments"],
  PropertyAccessExpression: ["questionDotToken"],
  VariableDeclaration: ["type", "exclamationToken"],
  PropertyAssignment: ["questionToken"],
  TypeAliasDeclaration: ["typeParameters"],
  ImportDeclaration: ["attributes"],
};

function twinHas(twin: ts.Node | undefined, name: string): boolean {
  return twin !== undefined && (twin as unknown as Record<string, unknown>)[name] !== undefined;
}

function isNode(value: unknown): value is ts.Node {
  return typeof value === "object" && value !== null && "kind" in value && "getStart" in value;
}

describe("the parser of plain contracts", () => {
  it("has TypeScript's tree, with its places and comments", () => {
    const found = compare(contract);
    expect(found?.plain).toEqual(found?.typeScript);
    expect(JSON.stringify(found?.plain)).toContain("Posts.");
    expect(compare(contract.replaceAll("\n", "\r\n"))).toBeDefined();
  });

  it("has it for the contracts of this repository that it takes", () => {
    const folders = ["contracts", "generator/templates/contracts", ...contractsOfGoldens()];
    const files = folders.flatMap((folder) =>
      readdirSync(path.join(repository, folder)).flatMap((name) =>
        name.endsWith(".ts") ? [`${folder}/${name}`] : [],
      ),
    );
    const found = files.map(
      (file) => [file, compare(readFileSync(path.join(repository, file), "utf8"))] as const,
    );
    const taken = found.filter(([, each]) => each !== undefined);
    for (const [file, each] of taken) expect([file, each?.plain]).toEqual([file, each?.typeScript]);
    expect(taken.map(([file]) => file)).toContain("generator/templates/contracts/lobby.ts");
  });

  it("has it, or leaves the file to TypeScript, whatever is put between two words", () => {
    const pieces = [
      ..."!|?.|as const|/** Docs. */|/* note */|// note\n|\n|\r\n|\r|/** Docs. */\n|\n/** Docs. */ /* note */|/**/|/***/".split(
        "|",
      ),
      ...",|;|...z|<string>|()|.x|[0]|{}|: z|= 1|export|type|\ufeff|\u00a0|\u2028|#x|\\u0061|1n|-1|+1|`a`|/x/|@a".split(
        "|",
      ),
    ];
    const places = [...contract.matchAll(/\b|\B(?=\W)/g)].map(({ index }) => index);
    let taken = 0;
    for (const [turn, at] of places.entries()) {
      for (const piece of pieces.filter((_, index) => (index + turn) % 8 === 0)) {
        const text = contract.slice(0, at) + piece + contract.slice(at);
        const found = compare(text);
        // The parser may rely on the text being right.
        if (found === undefined || found.hasErrors) continue;
        taken++;
        const isSame = JSON.stringify(found.plain) === JSON.stringify(found.typeScript);
        if (!isSame) expect({ text, is: found.plain }).toEqual({ text, is: found.typeScript });
      }
    }
    expect(taken).toBeGreaterThan(500);
  });
});

function contractsOfGoldens(): readonly string[] {
  const goldens = "test/generator/goldens";
  return readdirSync(path.join(repository, goldens)).map((name) => `${goldens}/${name}/contract`);
}
