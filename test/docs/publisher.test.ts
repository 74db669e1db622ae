import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { isRedisThere, missingRedis, startRedis } from "../redis/redis-server.js";
import { compile, run, testProject, tsx } from "./docs-project.js";

const maySkip = !isRedisThere() && process.env.CI !== "true";
if (maySkip) console.warn(missingRedis);

const documents = ["README.md", "docs/publisher.md"];

/** A server of the page's and one client of it, which prints what it hears. */
const listener = `
import { socketPair } from "wirepact/testing";
import { connectChat } from "./client/generated/chat.js";
import { buildApp } from "./server/app.js";

const pair = await socketPair({ app: await buildApp(process.env.REDIS_URL ?? "") });
const ada = pair.connect(connectChat, { auth: { name: "Ada" } });
await ada.call.join("lobby");
console.log("ready");
console.log(JSON.stringify(await pair.heard(ada).messagePosted.next({ timeoutMs: 15_000 })));
await pair.close();
`;

it("compiles as it stands", async () => {
  expect(await compile(await testProject("publisher-types", ...documents))).toBe("");
}, 180_000);

it.skipIf(maySkip)(
  "runs as it stands: a worker's event reaches a client of a server, and both processes end",
  async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.stop());
    const project = await testProject("publisher", ...documents);
    writeFileSync(join(project, "listener.ts"), listener);
    const env = { ...process.env, REDIS_URL: `unix://${redis.socketPath}` };
    const server = spawn(process.execPath, [tsx, "listener.ts"], {
      cwd: project,
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(server, "exit");
    let heard = "";
    server.stdout.on("data", (chunk: Buffer) => {
      heard += chunk.toString();
    });
    await expect.poll(() => heard, { timeout: 20_000 }).toContain("ready");
    const worker = await run(process.execPath, [tsx, "worker/main.ts"], { cwd: project, env });
    expect(worker).toMatchObject({ stdout: "", stderr: "" });
    expect(await ended).toEqual([0, null]);
    expect(heard).toBe('ready\n{"author":"clock","text":"Good morning"}\n');
  },
  180_000,
);
