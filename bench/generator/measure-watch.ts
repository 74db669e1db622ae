import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { kebab, type OperationGroup } from "../many/operations.js";
import { wirepactProgram } from "../measure/run-wirepact.js";
import { changeContract } from "./change-contract.js";

/** How long a change may stay without effect. */
const patienceMs = 60_000;

/** Seconds from the writing of a contract until the files of its channel are there, under `wirepact generate --watch`. */
export async function measureWatch(folder: string, group: OperationGroup, changes: number): Promise<number[]> {
  const watch = spawn(process.execPath, [wirepactProgram, "generate", "--watch"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(watch, "exit");
  const files = ["server", "client"].map((side) =>
    path.join(folder, side, "generated", `${kebab(group.name)}.ts`),
  );
  const seconds: number[] = [];
  try {
    // What it prints last before it waits; then its watchers have a moment to settle.
    await firstQuiet(watch.stdout);
    for (let change = 1; change <= changes + 1; change++) {
      const before = files.map(modifiedAt);
      const start = performance.now();
      changeContract(folder, group, change + 100);
      while (files.some((file, index) => modifiedAt(file) === before[index])) {
        if (performance.now() - start > patienceMs) throw new Error("A change was not followed.");
        await pause(1);
      }
      // The first one compiles the watcher's own code.
      if (change > 1) seconds.push((performance.now() - start) / 1_000);
      await pause(300);
    }
  } finally {
    watch.kill("SIGTERM");
    await gone;
  }
  return seconds;
}

function modifiedAt(file: string): number {
  return statSync(file).mtimeMs;
}

/** Settles when a second has passed since the last output. */
async function firstQuiet(output: NodeJS.ReadableStream): Promise<void> {
  let last = Number.POSITIVE_INFINITY;
  output.on("data", () => {
    last = performance.now();
  });
  const start = performance.now();
  while (performance.now() - last < 1_000 || last === Number.POSITIVE_INFINITY) {
    if (performance.now() - start > patienceMs) throw new Error("The watcher says nothing.");
    await pause(50);
  }
}
