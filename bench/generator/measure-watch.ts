import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { OperationGroup } from "../many/operations.js";
import { wirepactProgram } from "../measure/run-wirepact.js";
import { changeContract } from "./change-contract.js";

/** How long a change may stay without effect. */
const patienceMs = 60_000;

/**
 * Seconds from the writing of a contract until `wirepact generate --watch` says that the files of its channel are written.
 */
export async function measureWatch(
  folder: string,
  group: OperationGroup,
  changes: number,
): Promise<number[]> {
  const watch = spawn(process.execPath, [wirepactProgram, "generate", "--watch"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(watch, "exit");
  const output = followOutput(watch.stdout);
  const seconds: number[] = [];
  try {
    await output.says(/Watching for changes/);
    // One more than is counted: the first one compiles the watcher's own code.
    for (let change = 0; change <= changes; change++) {
      // An editor saves no two files within the time that the watcher waits for a second one.
      await pause(200);
      output.forget();
      const start = performance.now();
      changeContract(folder, group, 100 + change);
      await output.says(/files? written/);
      if (change > 0) seconds.push((performance.now() - start) / 1_000);
    }
  } finally {
    watch.kill("SIGTERM");
    await gone;
  }
  return seconds;
}

function followOutput(stream: NodeJS.ReadableStream) {
  let text = "";
  let look = () => {};
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    look();
  });
  return {
    forget() {
      text = "";
    },
    says: (pattern: RegExp) =>
      new Promise<void>((resolve, reject) => {
        const giveUp = () => reject(new Error(`The watcher did not say ${pattern}, but:\n${text}`));
        const timer = setTimeout(giveUp, patienceMs);
        look = () => {
          if (!pattern.test(text)) return;
          clearTimeout(timer);
          resolve();
        };
        look();
      }),
  };
}
