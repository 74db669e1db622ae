import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A server of the till in a process of its own. */
export interface SpawnedTill {
  readonly port: number;
  /** Ends it and settles when it is gone; with SIGTERM it closes first. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
}

/** Counts the runs of handlers, `charge 7`, over all processes. */
export type Runs = Map<string, number>;

interface SpawnOptions {
  readonly port?: number;
  readonly redisPath?: string;
  /** Socket.IO's. */
  readonly pingInterval?: number;
  readonly pingTimeout?: number;
}

const file = fileURLToPath(new URL("till-process.ts", import.meta.url));

/** Starts `till-process.ts`; ends with the test. */
export async function spawnTill(
  runs: Runs,
  { port = 0, redisPath = "-", ...options }: SpawnOptions = {},
): Promise<SpawnedTill> {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", file, redisPath, String(port), JSON.stringify(options)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  const exited = once(child, "exit");
  // It is a pipe.
  const lines = createInterface({ input: child.stdout as NonNullable<ChildProcess["stdout"]> });
  const read = once(lines, "close");
  const started = new Promise<number>((resolve, reject) => {
    lines.on("line", (line) => {
      const [name, value] = line.split(" ");
      if (name === "port") resolve(Number(value));
      else runs.set(line, (runs.get(line) ?? 0) + 1);
    });
    exited.then(([code]) => reject(new Error(`the till ended with ${code} before it listened`)), reject);
  });
  return {
    port: await started,
    async end(signal) {
      child.kill(signal);
      await exited;
      // What it printed last has been read.
      await read;
    },
  };
}
