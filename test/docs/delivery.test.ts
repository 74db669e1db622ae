import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import { isRedisThere, missingRedis, startRedis } from "../redis/redis-server.js";
import { compile, run, testProject, tsx } from "./docs-project.js";

const maySkip = !isRedisThere() && process.env.CI !== "true";
if (maySkip) console.warn(missingRedis);

const documents = ["README.md", "docs/delivery.md"];

it("compiles as it stands", async () => {
  expect(await compile(await testProject("delivery-types", ...documents))).toBe("");
}, 180_000);

it.skipIf(maySkip)(
  "runs as it stands: the README's client on a server that keeps answers and events in Redis",
  async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.stop());
    const project = await testProject("delivery", ...documents);
    const env = { ...process.env, REDIS_URL: `unix://${redis.socketPath}`, PORT: "0" };
    const server = spawn(process.execPath, [tsx, "server/main.ts"], {
      cwd: project,
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(async () => {
      if (server.exitCode === null && server.kill("SIGTERM")) await once(server, "exit");
    });
    const [address] = (await once(server.stdout, "data")) as [Buffer];
    const url = address.toString().trim();
    const { stdout } = await run(process.execPath, [tsx, "client/main.ts"], {
      cwd: project,
      env: { ...process.env, URL: url },
    });
    expect(stdout).toContain("posted as Ada");
  },
  180_000,
);
