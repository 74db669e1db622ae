import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
// Within the repository and outside node_modules, so that `wirepact/…` is the package itself, as an installing project sees it.
const project = join(root, "test/.tmp/readme");
const cli = join(root, "dist/generator/cli.js");

beforeAll(async () => {
  rmSync(project, { recursive: true, force: true });
  for (const { file, code } of namedBlocks("README.md")) {
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
}, 60_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

it("has every file of the quick start", () => {
  expect(namedBlocks("README.md").map(({ file }) => file)).toEqual([
    "contracts/chat.ts",
    "server/handlers/chat.ts",
    "server/main.ts",
    "client/main.ts",
    "wirepact.config.ts",
  ]);
});

it("compiles as it stands", async () => {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", project], { cwd: project });
  expect(stdout).toBe("");
}, 60_000);

it("needs no handler beyond those that it shows", async () => {
  await run(process.execPath, [cli, "generate", "--check"], { cwd: project });
  const shown = namedBlocks("README.md").find(({ file }) => file === "server/handlers/chat.ts");
  expect(readFileSync(join(project, "server/handlers/chat.ts"), "utf8")).toBe(shown?.code);
}, 60_000);

it("runs as it stands: the client is refused, joins, posts and hears itself", async () => {
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const server = spawn(process.execPath, [tsx, "server/main.ts"], {
    cwd: project,
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [address] = (await Promise.race([once(server.stdout, "data"), failOnExit(server)])) as [Buffer];
    const { stdout } = await run(process.execPath, [tsx, "client/main.ts"], {
      cwd: project,
      env: { ...process.env, URL: address.toString().trim() },
      timeout: 20_000,
    });
    expect(stdout.trim().split("\n").sort()).toEqual(["Ada: hi", "posted as Ada"]);
  } finally {
    if (server.exitCode === null && server.kill("SIGTERM")) await once(server, "exit");
  }
}, 60_000);

async function failOnExit(server: ChildProcess): Promise<never> {
  const [code] = await once(server, "exit");
  throw new Error(`the server ended with ${code} before it listened`);
}

/** Fenced blocks whose first line is a comment with a path. */
function namedBlocks(document: string): { file: string; code: string }[] {
  const text = readFileSync(join(root, document), "utf8");
  return [...text.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(([, file = "", code = ""]) => ({
    file,
    code,
  }));
}
