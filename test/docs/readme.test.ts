import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cli, compile, namedBlocks, run, tsx, writeProject } from "./docs-project.js";

let project = "";

beforeAll(async () => {
  project = await writeProject("readme", "README.md");
}, 180_000);

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
  expect(await compile(project)).toBe("");
}, 180_000);

it("needs no handler beyond those that it shows", async () => {
  await run(process.execPath, [cli, "generate", "--check"], { cwd: project });
  const shown = namedBlocks("README.md").find(({ file }) => file === "server/handlers/chat.ts");
  expect(readFileSync(join(project, "server/handlers/chat.ts"), "utf8")).toBe(shown?.code);
}, 180_000);

it("runs as it stands: the client is refused, joins, posts and hears itself", async () => {
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
}, 180_000);

async function failOnExit(server: ChildProcess): Promise<never> {
  const [code] = await once(server, "exit");
  throw new Error(`the server ended with ${code} before it listened`);
}
