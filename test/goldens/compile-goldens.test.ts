import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uncheckedMark } from "../../generator/emit/module.js";
import { goldensFolder, listGoldens } from "./render-golden.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);
const compilers = {
  "5.9": "node_modules/typescript-5/bin/tsc",
  "6": "node_modules/typescript-6/bin/tsc",
  "7": "node_modules/typescript/bin/tsc",
};
const resolutions = {
  bundler: { module: "esnext", moduleResolution: "bundler" },
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
};
const names = await listGoldens();

let folder = "";
// Within the package, so that its own name leads to it.
beforeAll(async () => {
  await mkdir(path.join(root, "test/.tmp"), { recursive: true });
  folder = await mkdtemp(path.join(root, "test/.tmp/goldens-"));
  // Everything is checked here, also what its users' compilers pass over.
  let marked = 0;
  for (const name of names) {
    await cp(path.join(goldensFolder, name), path.join(folder, name), { recursive: true });
    for (const file of await readdir(path.join(folder, name), { recursive: true })) {
      if (!file.endsWith(".ts")) continue;
      const text = await readFile(path.join(folder, name, file), "utf8");
      if (!text.includes(uncheckedMark)) continue;
      marked++;
      await writeFile(path.join(folder, name, file), text.replace(uncheckedMark, ""));
    }
  }
  expect(marked).toBeGreaterThan(names.length);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("emitted code, and code that uses it", () => {
  // The older compilers take half a minute for each: one resolution each, and the newest tries both.
  const cases = [
    { version: "5.9", resolution: "bundler" },
    { version: "6", resolution: "nodenext" },
    { version: "7", resolution: "bundler" },
    { version: "7", resolution: "nodenext" },
  ] as const;
  it.each(cases)(
    "compiles under TypeScript $version with `$resolution`, all strict",
    async ({ version, resolution }) => {
      const projects = names.map((name) => path.join(folder, `${name}-${version}-${resolution}.json`));
      for (const [index, file] of projects.entries()) {
        const text = JSON.stringify(project(names[index] ?? "", resolution));
        await writeFile(file, text);
      }
      await expect(compile(path.join(root, compilers[version]), projects)).resolves.toBe("");
    },
    240_000,
  );
});

/** What the compiler complains of. In one run it reads what the projects have in common once. */
async function compile(compiler: string, projects: readonly string[]): Promise<string> {
  try {
    await run(process.execPath, [compiler, "-b", ...projects], { cwd: root });
    return "";
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  }
}

/** A project of its own for each golden: each says what `app.sockets` is. */
function project(name: string, resolution: keyof typeof resolutions): object {
  return {
    compilerOptions: {
      ...resolutions[resolution],
      target: "es2022",
      lib: ["es2023", "dom"],
      types: ["node"],
      typeRoots: [path.join(root, "node_modules/@types")],
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noImplicitOverride: true,
      noPropertyAccessFromIndexSignature: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      erasableSyntaxOnly: true,
      skipLibCheck: true,
    },
    include: [path.join(folder, name, "**/*.ts")],
  };
}
