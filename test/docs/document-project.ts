import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Fenced blocks of a page whose first line is a comment with a path. */
export function namedBlocks(document: string): { file: string; code: string }[] {
  const text = readFileSync(join(root, document), "utf8");
  return [...text.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(([, file = "", code = ""]) => ({
    file,
    code,
  }));
}

/**
 * Writes a page's blocks as a project of their own and gives its folder: within the repository and outside node_modules, so
 * that `wirepact/…` is the package itself, as an installing project sees it.
 */
export function writeProject(document: string, name: string): string {
  const project = join(root, "test/.tmp", name);
  rmSync(project, { recursive: true, force: true });
  for (const { file, code } of namedBlocks(document)) {
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
  return project;
}
