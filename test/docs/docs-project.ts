import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

export const run = promisify(execFile);
export const root = fileURLToPath(new URL("../..", import.meta.url));
export const cli = join(root, "dist/generator/cli.js");
export const tsx = join(root, "node_modules/tsx/dist/cli.mjs");

/** A code block of a document that names its file in its first line. */
export interface NamedBlock {
  readonly file: string;
  readonly code: string;
}

/** Fenced blocks whose first line is a comment with a path. */
export function namedBlocks(document: string): NamedBlock[] {
  const text = readFileSync(join(root, document), "utf8");
  return [...text.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(([, file = "", code = ""]) => ({
    file,
    code,
  }));
}

/**
 * Writes the named blocks of documents as one project, generates it, and returns its folder; a later block of the same
 * file takes the place of an earlier one.
 */
export async function writeProject(name: string, ...documents: readonly string[]): Promise<string> {
  // Within the repository and outside node_modules, so that `wirepact/…` is the package itself, as an installing project
  // sees it.
  const project = join(root, "test/.tmp", name);
  rmSync(project, { recursive: true, force: true });
  for (const { file, code } of documents.flatMap(namedBlocks)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), code);
  }
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({
      extends: join(root, "tsconfig.base.json"),
      compilerOptions: { composite: false, noEmit: true, lib: ["ES2023", "DOM"], types: ["node"] },
    }),
  );
  await run(process.execPath, [cli, "generate"], { cwd: project });
  return project;
}

/** {@link writeProject} for one test. */
export async function testProject(name: string, ...documents: readonly string[]): Promise<string> {
  const project = await writeProject(name, ...documents);
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  return project;
}

/** What the compiler has to say of a project: nothing, if it is right. */
export async function compile(project: string): Promise<string> {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", project], { cwd: project }).catch(
    (error: { readonly stdout: string }) => error,
  );
  return stdout;
}
