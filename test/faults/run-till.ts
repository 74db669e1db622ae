import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { LimitOptions } from "wirepact/server";

/** A server of the till in a process of its own. */
export interface SpawnedTill {
  readonly port: number;
  /** Ends it and settles when it is gone; with SIGTERM it closes first. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
}

/** Counts the runs of handlers, `charge 7`, over all processes. */
export type Runs = Map<string, number>;

/** How a till is started. */
export interface RunTillOptions {
  readonly port?: number;
  readonly redisPath?: string;
  /** Beside this file. */
  readonly program?: string;
  readonly limits?: LimitOptions;
  /** Socket.IO's. */
  readonly pingInterval?: number;
  readonly pingTimeout?: number;
}

/** Starts `till-process.ts`, or another program that prints the same; `begun` is given what kills it. */
export async function runTill(
  runs: Runs,
  { port = 0, redisPath = "-", program = "till-process.ts", ...options }: RunTillOptions = {},
  begun: (kill: () => void) => void = () => {},
): Promise<SpawnedTill> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(
    process.execPath,
    ["--import", "tsx", file, redisPath, String(port), JSON.stringify(options)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  begun(() => void child.kill("SIGKILL"));
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
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
