import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
// Within the repository and outside node_modules, so that `wirepact/…` is the package itself.
const project = join(root, "test/.tmp/streams");

it("shows a contract, handlers and a client that compile as they stand, with no handler missing", async () => {
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  rmSync(project, { recursive: true, force: true });
  const text = readFileSync(join(root, "docs/streams.md"), "utf8");
  const blocks = [...text.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)];
  expect(blocks.map(([, file]) => file)).toEqual([
    "contracts/board.ts",
    "server/handlers/board.ts",
    "client/board.ts",
  ]);
  for (const [, file = "", code = ""] of blocks) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), code);
  }
  const compilerOptions = { composite: false, noEmit: true, lib: ["ES2023", "DOM"], types: ["node"] };
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({ extends: join(root, "tsconfig.base.json"), compilerOptions }),
  );
  const { stdout } = await run(process.execPath, [join(root, "dist/generator/cli.js"), "generate"], {
    cwd: project,
  });
  expect(stdout).not.toContain("server/handlers");
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const compiled = await run(process.execPath, [tsc, "-p", project]).catch(
    (error: { readonly stdout: string }) => error,
  );
  expect(compiled.stdout).toBe("");
}, 180_000);
