import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where Redis is; `REDIS_SERVER_PATH` says otherwise. */
export const redisPath = process.env.REDIS_SERVER_PATH ?? "/usr/bin/redis-server";

/** What to do where there is none. */
export const missingRedis =
  `MISSING: redis-server at ${redisPath}; the tests over Redis cannot run without it. ` +
  "Get it with `apt-get update && apt-get install redis-server` as root, or set REDIS_SERVER_PATH to yours.";

export function isRedisThere(): boolean {
  try {
    accessSync(redisPath, constants.X_OK);
    return true;
  } catch {
    // Not there, or not to be run: for the tests that is the same.
    return false;
  }
}

/** A Redis of its own, which keeps nothing. */
export interface RedisServer {
  /** The socket that it listens on; it has no port. */
  readonly socketPath: string;
  /** The same, as a URL. */
  readonly url: string;
  /** It answers nothing, and its connections stay. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
  /** Ends it as a fault of its machine would; what it held is gone. */
  kill(): Promise<void>;
  /** Starts it again at the same place, after {@link kill}. */
  restart(): Promise<void>;
}

/** Starts Redis; it takes connections when this settles. */
export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), "wirepact-redis-"));
  const socketPath = join(folder, "redis.sock");
  const options = ["--port", "0", "--unixsocket", socketPath, "--save", "", "--appendonly", "no"];
  const start = async () => {
    const child = spawn(redisPath, [...options, "--dir", folder], { stdio: ["ignore", "pipe", "inherit"] });
    await ready(child);
    return child;
  };
  let server = await start();
  const end = async (signal: NodeJS.Signals) => {
    const isRunning = server.exitCode === null && server.signalCode === null;
    if (isRunning && server.kill(signal)) await once(server, "exit");
  };
  return {
    socketPath,
    url: `unix://${socketPath}`,
    pause: () => void server.kill("SIGSTOP"),
    resume: () => void server.kill("SIGCONT"),
    async stop() {
      await end("SIGTERM");
      rmSync(folder, { recursive: true });
    },
    kill: () => end("SIGKILL"),
    async restart() {
      server = await start();
    },
  };
}

async function ready(server: ChildProcess): Promise<void> {
  let text = "";
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`redis-server ended with ${code}:\n${text}`)));
  });
}
