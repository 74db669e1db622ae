import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const program = process.env.REDIS_SERVER_PATH ?? "/usr/bin/redis-server";

/** A Redis that keeps nothing; undefined where none is installed. */
export async function startRedis(): Promise<{ readonly url: string; stop(): void } | undefined> {
  if (!existsSync(program)) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "wirepact-bench-redis-"));
  const socket = path.join(folder, "redis.sock");
  const child = spawn(program, ["--port", "0", "--unixsocket", socket, "--save", "", "--dir", folder]);
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text: Buffer) => text.toString().includes("ready to accept") && resolve());
    child.once("exit", (code) => reject(new Error(`redis-server ended with ${code}`)));
  });
  const stop = () => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `unix://${socket}`, stop };
}
