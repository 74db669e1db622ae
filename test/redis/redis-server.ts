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
  /** It answers nothing, and its connections stay. */
  pause(): void;
  resume(): void;
  /** Ends it at once, with all that it has; the returned function starts it anew. */
  kill(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

/** Starts Redis; it takes connections when this settles. */
export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), "wirepact-redis-"));
  const socketPath = join(folder, "redis.sock");
  const options = ["--port", "0", "--unixsocket", socketPath, "--save", "", "--appendonly", "no"];
  const start = async () => {
    const server = spawn(redisPath, [...options, "--dir", folder], { stdio: ["ignore", "pipe", "inherit"] });
    await ready(server);
    return server;
  };
  let server = await start();
  return {
    socketPath,
    pause: () => void server.kill("SIGSTOP"),
    resume: () => void server.kill("SIGCONT"),
    async kill() {
      server.kill("SIGKILL");
      await once(server, "exit");
      return async () => {
        server = await start();
      };
    },
    async stop() {
      if (server.exitCode === null && server.kill("SIGTERM")) await once(server, "exit");
      rmSync(folder, { recursive: true });
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
