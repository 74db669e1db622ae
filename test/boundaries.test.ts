import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A part of the repository, and everything that it may import. */
interface Part {
  readonly name: string;
  readonly holds: (file: string) => boolean;
  /** Own files are always allowed; `a/` is a folder, other texts are packages (a trailing `*` a prefix). */
  readonly mayImport: readonly string[];
  /** Imports that are allowed for their types only. */
  readonly mayImportTypes?: readonly string[];
}

const within = (folder: string) => (file: string) => file.startsWith(folder);

const parts: readonly Part[] = [
  { name: "contracts/wire", holds: within("contracts/wire/"), mayImport: [] },
  { name: "contracts/dsl", holds: within("contracts/dsl/"), mayImport: [], mayImportTypes: ["zod"] },
  {
    name: "contracts",
    holds: (file) => /^contracts\/[^/]+$/.test(file),
    mayImport: ["wirepact/contract", "zod", "zod/mini"],
  },
  {
    name: "generator check and emit",
    holds: (file) => /^generator\/(check|emit)\//.test(file),
    mayImport: [
      "generator/model/",
      "generator/check/",
      "generator/emit/",
      "contracts/wire/attachments.js",
      "contracts/wire/check/patterns.js",
      "node:crypto",
      "node:path",
    ],
    mayImportTypes: ["contracts/wire/"],
  },
  {
    name: "generator",
    holds: (file) => file.startsWith("generator/") && !file.startsWith("generator/templates/"),
    mayImport: ["generator/", "contracts/dsl/", "ts-morph", "esbuild", "commander", "chokidar", "node:*"],
  },
  {
    name: "server/runtime/client-bundle",
    holds: within("server/runtime/client-bundle/"),
    mayImport: ["server/runtime/startup-error.js", "esbuild", "fastify", "node:*"],
  },
  {
    name: "server/runtime",
    holds: within("server/runtime/"),
    mayImport: [
      "contracts/wire/",
      "server/runtime/client-bundle/",
      "socket.io",
      "ws",
      "fastify",
      "fastify-plugin",
      "node:*",
    ],
    mayImportTypes: ["contracts/dsl/"],
  },
  {
    name: "server/generated",
    holds: within("server/generated/"),
    // The example's contract holds no code of its author's.
    mayImport: ["wirepact/server"],
    mayImportTypes: ["fastify"],
  },
  {
    name: "client/runtime",
    holds: within("client/runtime/"),
    mayImport: ["contracts/wire/", "socket.io-client"],
  },
  {
    name: "testing",
    holds: within("testing/"),
    mayImport: ["node:*"],
    mayImportTypes: ["client/runtime/index.js"],
  },
  { name: "client/generated", holds: within("client/generated/"), mayImport: ["wirepact/client"] },
];

describe("imports between the parts", () => {
  for (const part of parts) {
    it(`${part.name} imports only what the table allows`, () => {
      const files = sourceFiles().filter((file) => partOf(file) === part);
      expect(files.length, `files of ${part.name}`).toBeGreaterThan(0);
      const offences = files.flatMap((file) =>
        importsOf(file)
          .filter((found) => !isAllowed(part, file, found))
          .map((found) => `${file}:${found.line}: ${found.target}`),
      );
      expect(offences).toEqual([]);
    });
  }

  it("finds an import that the table forbids", () => {
    const wire = parts[0] as Part;
    expect(isAllowed(wire, "contracts/wire/reply.ts", { target: "zod", line: 1, typeOnly: true })).toBe(
      false,
    );
  });
});

interface Import {
  /** A path from the root, or a package as it is written. */
  readonly target: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

function partOf(file: string): Part | undefined {
  return parts.find((part) => part.holds(file));
}

function isAllowed(part: Part, file: string, found: Import): boolean {
  if (part.holds(found.target) && partOf(found.target) === partOf(file)) return true;
  const lists = found.typeOnly ? [...part.mayImport, ...(part.mayImportTypes ?? [])] : part.mayImport;
  return lists.some((entry) => {
    if (entry.endsWith("*")) return found.target.startsWith(entry.slice(0, -1));
    return entry.endsWith("/") ? found.target.startsWith(entry) : found.target === entry;
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const target = specifier.text.startsWith(".")
      ? posix.join(posix.dirname(file), specifier.text)
      : specifier.text;
    found.push({ target, typeOnly, line: source.getLineAndCharacterOfPosition(specifier.pos).line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal as ts.Expression, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const bindings = clause.namedBindings;
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}

function sourceFiles(): string[] {
  return ["contracts", "generator", "server", "client", "testing"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.m?ts$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  );
}
