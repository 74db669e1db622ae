import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { printStraight } from "../../generator/emit/straight/index.js";
import { plainModel, schemaModel, treeModel } from "../plan/arbitrary-schema.js";

const place = { file: "contracts/test.ts", line: 1, column: 1 };
const root = new URL("../..", import.meta.url).pathname;
const run = promisify(execFile);
let folder = "";

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  target: "ES2022",
  lib: ["ES2022", "DOM"],
  module: "nodenext",
  moduleResolution: "nodenext",
  noEmit: true,
  types: [],
};

beforeAll(async () => {
  const cache = join(root, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, "straight-"));
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  const prelude = join(root, "contracts/wire/straight/index.js");
  const runtime = `export const invalid: unique symbol = Symbol();\nexport * from ${JSON.stringify(prelude)};\n`;
  await writeFile(join(folder, "runtime.ts"), runtime);
  const cases = fc.sample(fc.tuple(schemaModel, plainModel, treeModel), { numRuns: 400, seed: 7 });
  for (const [index, [schema, Plain, Tree]] of cases.entries()) {
    const { text, functions, imports } = printStraight({
      named: Object.entries({ Plain, Tree }).map(([id, each]) => ({ id, schema: each, place })),
      payloads: [
        { name: "Value", schema, direction: "read" },
        { name: "Value", schema, direction: "write" },
      ],
      side: "client",
    });
    if (functions.size === 0) continue;
    const names = [...(/\binvalid\b/.test(text) ? ["invalid"] : []), ...imports];
    const mayRefuse = names.length > 0 ? `import { ${names.join(", ")} } from "./runtime.js";\n\n` : "";
    const exported = `\nexport { ${[...new Set(functions.values())].join(", ")} };\n`;
    await writeFile(join(folder, `value${index}.ts`), mayRefuse + text + exported);
  }
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(["typescript-5", "typescript-6", "typescript"])(
  "prints what %s takes without a word",
  async (compiler) => {
    const tsc = join(root, "node_modules", compiler, "bin/tsc");
    const result = await run(process.execPath, [tsc, "-p", folder]).catch((error: unknown) => error);
    expect(result).toMatchObject({ stdout: "" });
  },
  60_000,
);
