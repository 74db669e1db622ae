import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type MemorySample, memorySlope } from "./memory-slope.js";
import type { Pulse } from "./soak-process.js";

/** One life of a server. */
export interface SoakLife {
  readonly number: number;
  readonly port: number;
  /** What it said of itself last; undefined in its first second. */
  readonly pulse: Pulse | undefined;
  readonly upMs: number;
  /** kB of resident memory per minute, after a warm-up; undefined where it was too short. */
  readonly slope: number | undefined;
  /** Ends it and settles when it is gone and all that it printed has been read. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
}

interface SpawnOptions {
  readonly url: string;
  readonly port: number;
  readonly life: number;
  readonly hearRun: (run: string) => void;
}

const file = fileURLToPath(new URL("soak-process.ts", import.meta.url));

/** Starts `soak-process.ts`; it listens when this settles. */
export async function spawnSoak({ url, port, life, hearRun }: SpawnOptions): Promise<SoakLife> {
  const child = spawn(process.execPath, ["--import", "tsx", file, url, String(port), String(life)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const read = once(lines, "close");
  const samples: MemorySample[] = [];
  let pulse: Pulse | undefined;
  let startedAtMs = performance.now();
  const listening = await new Promise<number>((resolve, reject) => {
    lines.on("line", (line) => {
      const space = line.indexOf(" ");
      const [name, value] = [line.slice(0, space), line.slice(space + 1)];
      if (name === "port") resolve(Number(value));
      else if (name === "pulse") {
        // A process of ours printed it.
        pulse = JSON.parse(value) as Pulse;
        samples.push({ atMs: performance.now() - startedAtMs, bytes: pulse.bytes });
      } else hearRun(line);
    });
    exited.then(([code]) => reject(new Error(`the server ended with ${code} before it listened`)), reject);
  });
  startedAtMs = performance.now();
  return {
    number: life,
    port: listening,
    get pulse() {
      return pulse;
    },
    get upMs() {
      return performance.now() - startedAtMs;
    },
    get slope() {
      return memorySlope(samples);
    },
    async end(signal) {
      child.kill(signal);
      await exited;
      await read;
    },
  };
}
