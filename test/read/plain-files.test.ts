import { describe, expect, it } from "vitest";
import { loadContracts } from "../../generator/load/load-contracts.js";
import { findPlainFiles } from "../../generator/read/plain/find-plain-files.js";
import { knowsPlainImports } from "../../generator/read/plain/knows-plain-imports.js";
import { provesPlainImports } from "../../generator/read/plain/proves-plain-imports.js";
import { ContractSource } from "../../generator/read/source/contract-source.js";
import { typeCheckContracts } from "../../generator/read/type-check.js";
import { imports, openProject } from "./contract-project.js";

const packageJson = '{ "type": "module" }';

async function withProject<Found>(
  files: Readonly<Record<string, string>>,
  look: (project: Awaited<ReturnType<typeof openProject>>) => Promise<Found>,
): Promise<Found> {
  const project = await openProject({ "package.json": packageJson, ...files });
  try {
    return await look(project);
  } finally {
    await project.remove();
  }
}

/** Paths of the files that are plain. */
function plainFiles(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return withProject(files, async ({ config }) => {
    const { groups } = await loadContracts(config);
    const found = await Promise.all(
      groups.map(async (group) => [...findPlainFiles(group, await ContractSource.open(group, config))]),
    );
    return found.flat().sort();
  });
}

/** A contract whose event has that payload. */
function contract(payload: string, before = ""): string {
  return `${imports}${before}export const a = channel("/a", { serverToClient: { x: event(${payload}) } });\n`;
}

describe("plain contracts", () => {
  it.each([
    [
      "fields of every common kind",
      'z.object({ a: z.uuid(), b: z.int().min(1).max(-1, "no"), c: z.array(z.string()).max(3) })',
    ],
    [
      "wrappers and literals",
      'z.object({ a: z.literal(["x", 1]).optional(), b: z.enum(["a"]).nullable(), c: z.string().default("c") })',
    ],
    [
      "unions, records, tuples",
      "z.union([z.record(z.string(), z.int()), z.tuple([z.date(), z.null()]), z.set(z.bigint())])",
    ],
    [
      "objects made from objects",
      'z.object({ kind: z.literal("a") }).extend({ "b-c": z.iso.datetime() }).partial().strict()',
    ],
  ])("are those with %s", async (_, payload) => {
    expect(await plainFiles({ "contracts/a.ts": contract(payload) })).toEqual(["contracts/a.ts"]);
  });

  it.each([
    ["stream({ item: z.int() })", true],
    ['stream({ direction: "upload", input: z.int(), item: z.int(), result: z.int(), timeoutMs: 5 })', true],
    ['stream({ direction: "both", item: z.int(), clientItem: z.int(), errors: { No: z.null() } })', true],
    ["stream({ input: z.int() })", false],
    ['stream({ direction: "both", item: z.int() })', false],
    ["stream({ item: z.int(), clientItem: z.int() })", false],
    ['stream({ direction: "down", item: z.int() })', false],
    ["stream()", false],
  ])("are those with right streams, of which `%s` is one: %s", async (made, isRight) => {
    const head = imports.replace("room }", "room, stream }");
    const text = `${head}export const a = channel("/a", { clientToServer: { x: ${made} } });\n`;
    const backwards = text.replace("clientToServer", "serverToClient");
    expect(await plainFiles({ "contracts/a.ts": text })).toEqual(isRight ? ["contracts/a.ts"] : []);
    expect(await plainFiles({ "contracts/a.ts": backwards })).toEqual([]);
  });

  it("share schemas and name their types", async () => {
    const shared = `${imports}export const Id = z.uuid();\nexport type Id = z.infer<typeof Id>;\n`;
    const files = {
      "contracts/shared.ts": shared,
      "contracts/a.ts": contract("Id", 'import { Id } from "./shared.js";\n'),
    };
    expect(await plainFiles(files)).toEqual(["contracts/a.ts", "contracts/shared.ts"]);
  });

  // Each of these runs, and TypeScript has something against it.
  it.each([
    ["text for a number", 'z.string().min("3")', ""],
    ["a number for text", "z.string().startsWith(3)", ""],
    ["a default of another type", "z.string().default(3)", ""],
    ["an array where a schema belongs", "z.array([])", ""],
    ["an option that is not there", "z.int()", "export const b = call({ inputs: z.int() });\n"],
    ["a deadline as text", "z.int()", 'export const b = call({ timeoutMs: "3" });\n'],
    [
      "a name that is used before it is there",
      "z.array(Later)",
      "export const b = call({ input: Later });\nconst Later = z.int();\n",
    ],
    ["a type of its own that does not fit", "z.int()", "export const n: string = z.string();\n"],
    ["a name that comes twice in an object", "z.object({ a: z.int(), a: z.int() })", ""],
    [
      "a type that comes twice",
      "z.int()",
      "const B = z.int();\ntype B = z.infer<typeof B>;\ntype B = z.infer<typeof B>;\n",
    ],
    [
      "a type that is called as the language's own are",
      "z.int()",
      "const string = z.int();\ntype string = z.infer<typeof string>;\n",
    ],
    [
      "a type of something that is no schema",
      "z.int()",
      "const b = event();\nexport type B = z.infer<typeof b>;\n",
    ],
    ["a mask that is text", 'z.object({ a: z.int() }).partial("a")', ""],
    ["code of the author's", "z.string().refine((text) => text.lenght > 1)", ""],
  ])("are not those with %s", async (_, payload, before) => {
    const files = { "contracts/a.ts": contract(payload, before) };
    expect(await plainFiles(files)).toEqual([]);
  });

  it("are not those of a project in which TypeScript cannot find what they import", async () => {
    const { ts } = await import("ts-morph");
    const knows = (files: Readonly<Record<string, string>>) =>
      withProject({ "contracts/a.ts": contract("z.int()"), ...files }, async ({ config }) =>
        knowsPlainImports(ts, config),
      );
    const options = (text: string) => ({ "tsconfig.json": `{ "compilerOptions": { ${text} } }` });
    expect(await knows({})).toBe(true);
    expect(await knows(options('"module": "nodenext"'))).toBe(true);
    expect(await knows(options('"module": "preserve", "moduleResolution": "bundler"'))).toBe(true);
    expect(await knows(options('"module": "commonjs", "moduleResolution": "node10"'))).toBe(false);
    expect(await knows({ ...options('"module": "nodenext"'), "package.json": "{}" })).toBe(false);
    expect(await knows({ "tsconfig.json": "{ broken" })).toBe(false);
  });

  const projects: readonly [title: string, options: string | object, expected: boolean, manifest?: string][] =
    [
      ["without a configuration", {}, true],
      ["under Node's rules", { module: "nodenext" }, true],
      [
        "with comments and a last comma",
        '{ // one\n "compilerOptions": { "module": "node20", /* , */ }, }',
        true,
      ],
      ["under a bundler's rules", { module: "preserve", moduleResolution: "bundler", strict: true }, true],
      [
        "with a configuration that another one begins",
        '{ "extends": "./base.json", "include": ["x"] }',
        true,
      ],
      ["with one that is a package's", '{ "extends": "@tsconfig/node20/tsconfig.json" }', false],
      ["without a module system", {}, false, "{}"],
      ["with old rules", { module: "commonjs", moduleResolution: "node10" }, false],
      ["with paths of its own", { module: "nodenext", paths: { zod: ["./zod.d.ts"] } }, false],
      ["with conditions of its own", { module: "nodenext", customConditions: ["x"] }, false],
      ["without libraries", { module: "nodenext", noLib: true }, false],
      ["with a target that is none", { module: "nodenext", target: "es2099" }, false],
      ["with a broken configuration", "{ broken", false],
      ["in a package that is called zod", {}, false, '{ "name": "zod", "type": "module" }'],
    ];
  it.each(projects)("need no TypeScript to find what they import %s", async (...project) => {
    const [title, options, expected, manifest] = project;
    const { ts } = await import("ts-morph");
    const files = {
      "contracts/a.ts": contract("z.int()"),
      "base.json": '{ "compilerOptions": { "module": "nodenext" } }',
      ...(title.startsWith("without a c") ? {} : { "tsconfig.json": textOf(options) }),
      ...(manifest === undefined ? {} : { "package.json": manifest }),
    };
    const [proves, knows] = await withProject(files, async ({ config }) => [
      provesPlainImports(config),
      knowsPlainImports(ts, config),
    ]);
    expect(proves).toBe(expected);
    // What is proved is so; what is not may still be so.
    expect(knows || !proves).toBe(true);
  });

  it("leave the checker to those that are not, with the same findings", async () => {
    const files = {
      "contracts/a.ts": contract("z.int()"),
      "contracts/b.ts": contract('z.string().min("3")').replaceAll("/a", "/b").replace("const a", "const b"),
    };
    const found = await withProject(files, async ({ config }) =>
      typeCheckContracts(await loadContracts(config), config),
    );
    expect(found).toMatchObject([{ code: "WP1001", place: { file: "contracts/b.ts", line: 3 } }]);
  });
});

function textOf(options: string | object): string {
  return typeof options === "string" ? options : JSON.stringify({ compilerOptions: options });
}
