import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { isRedisThere, missingRedis, startRedis } from "../redis/redis-server.js";
import { compile, root, run, testProject, tsx } from "./docs-project.js";

const maySkip = !isRedisThere() && process.env.CI !== "true";
if (maySkip) console.warn(missingRedis);

const documents = ["README.md", "docs/scaling.md"];

it("compiles as it stands", async () => {
  expect(await compile(await testProject("scaling-types", ...documents))).toBe("");
}, 180_000);

/** Starts a program of the page's; settles with the address that it prints. */
async function startServer(project: string, program: string, env: NodeJS.ProcessEnv): Promise<string> {
  const server = spawn(process.execPath, ["--import", "tsx", program], {
    cwd: project,
    env: { ...env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(async () => {
    if (server.exitCode === null && server.kill("SIGTERM")) await once(server, "exit");
  });
  const [address] = (await once(server.stdout, "data")) as [Buffer];
  return address.toString().trim();
}

it.skipIf(maySkip)(
  "runs as it stands: two processes over Redis, and two workers",
  async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.stop());
    const project = await testProject("scaling", ...documents);
    const env = { ...process.env, REDIS_URL: redis.url };
    const urls = [
      await startServer(project, "server/main.ts", env),
      await startServer(project, "server/main.ts", env),
      await startServer(project, "server/cluster.ts", env),
    ];
    for (const url of urls) {
      const options = { cwd: project, env: { ...process.env, URL: url }, timeout: 20_000 };
      const { stdout } = await run(process.execPath, [tsx, "client/main.ts"], options);
      expect(stdout.trim().split("\n").sort()).toEqual(["Ada: hi", "posted as Ada"]);
    }
  },
  90_000,
);

const execute = promisify(execFile);
const nginx = "/usr/sbin/nginx";
const caddy = "/usr/bin/caddy";

it.skipIf(!existsSync(nginx))("nginx takes its example", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wirepact-nginx-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(root, "docs/examples/nginx.conf");
  const global = `pid ${folder}/nginx.pid; error_log stderr;`;
  const { stderr } = await execute(nginx, ["-t", "-c", file, "-g", global]);
  expect(stderr).toContain("test is successful");
});

it.skipIf(!existsSync(caddy))("Caddy takes its example", async () => {
  const file = join(root, "docs/examples/Caddyfile");
  const { stdout } = await execute(caddy, ["validate", "--config", file, "--adapter", "caddyfile"]);
  expect(stdout).toContain("Valid configuration");
});
