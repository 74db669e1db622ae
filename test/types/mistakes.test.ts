import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

// Each file holds both halves: what has to compile, and, under `@ts-expect-error`, what must not.
for (const compiler of ["typescript-5", "typescript-6", "typescript"]) {
  it(`refuses users' mistakes, and nothing else, under ${compiler}`, async () => {
    const folder = mkdtempSync(join(root, "node_modules/.cache/types-"));
    const project = join(folder, "tsconfig.json");
    writeFileSync(
      project,
      JSON.stringify({
        extends: join(root, "tsconfig.base.json"),
        compilerOptions: {
          composite: false,
          incremental: false,
          noEmit: true,
          lib: ["ES2023", "DOM", "DOM.Iterable"],
          types: ["node"],
        },
        include: [join(root, "test/types/*-mistakes.ts")],
      }),
    );
    try {
      const tsc = join(root, "node_modules", compiler, "bin/tsc");
      const found = await run(process.execPath, [tsc, "-p", project]).catch(
        (error: { stdout: string }) => error,
      );
      expect(found.stdout).toBe("");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
}
