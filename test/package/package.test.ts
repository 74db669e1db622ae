import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

// It installs a project from scratch: a minute on a slow line.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

const packageRoot = fileURLToPath(new URL("../..", import.meta.url));
const execute = promisify(execFile);
/** On Windows npm is a script, which only a shell can start. */
const shell = process.platform === "win32";

let folder = "";
let server: ChildProcess | undefined;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), "wirepact-package-")));
});

afterAll(async () => {
  if (server?.pid !== undefined && server.exitCode === null) {
    const ended = new Promise((resolve) => server?.once("close", resolve));
    // The group: npm starts a shell, which starts the server.
    process.kill(process.platform === "win32" ? server.pid : -server.pid, "SIGTERM");
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

/** Variables by which npm tells its children of the package that it runs for are left out. */
function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_(?!config_)|VITEST|NODE_ENV)/.test(name),
  );
  return { ...Object.fromEntries(own), ...extra };
}

async function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  try {
    return await execute(command, args, { cwd: folder, env: environment(env), shell });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** Starts the project's server; settles with the address that it prints. */
async function startServer(): Promise<string> {
  const child = spawn("npm", ["start"], {
    cwd: folder,
    env: environment({ PORT: "0" }),
    detached: process.platform !== "win32",
    shell,
  });
  server = child;
  let text = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const address = /Listening on (\S+)\. /.exec(text)?.[1];
      if (address !== undefined) {
        resolve(address);
      }
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("close", () => reject(new Error(`the server ended:\n${text}`)));
  });
}

test("the packed package makes a project that installs, compiles, starts, and answers a call", async () => {
  await execute("npm", ["pack", "--pack-destination", folder], {
    cwd: packageRoot,
    env: environment(),
    shell,
  });
  const [tarball = ""] = (await readdir(folder)).filter((file) => file.endsWith(".tgz"));
  await run("npm", ["install", "--no-audit", "--no-fund", `./${tarball}`]);

  const init = await run("npx", ["--no-install", "wirepact", "init"]);
  expect(init.stdout).toContain("npm install && npm start");
  await run("npm", ["install", "--no-audit", "--no-fund"]);
  const manifest = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  expect(manifest.dependencies.wirepact).toBe(`file:${tarball}`);

  const generate = await run("npm", ["run", "generate"]);
  expect(generate.stdout).toContain(
    "lobby  4 members → server/generated/lobby.ts, client/generated/lobby.ts",
  );
  // `generate --check`, then `tsc` over contract, handlers, server, client and all that was generated.
  const check = await run("npm", ["run", "check"]);
  expect(check.stdout).toContain("up to date");

  const tests = await run("npm", ["test"]);
  expect(tests.stdout).toContain("everybody else hears what one says");

  const address = await startServer();
  const client = await run("npm", ["run", "--silent", "client", "--", "Ada", "Hello there"], {
    SERVER_URL: address,
  });
  expect(client.stdout).toBe("(heard by 0)\n");
});
