import { formatChanges, summarise } from "../report/format-summary.js";
import { paintFor } from "../report/paint.js";
import { watchProject } from "../watch/watch-project.js";
import { printProblems } from "./print-problems.js";
import type { RunOptions } from "./run-options.js";
import { type ProjectRun, runProject } from "./run-project.js";

/** `wirepact generate --watch`: runs until it is told to stop; problems are printed and stop nothing. */
export async function runWatch(options: RunOptions): Promise<boolean> {
  const paint = paintFor(process.stdout);
  const watch = watchProject({
    folder: options.folder,
    namedConfig: options.config,
    async run(changed) {
      if (changed.length > 0) {
        process.stdout.write(`\n${paint.faint(timeOfDay())} ${changed.join(", ")} changed\n`);
      }
      const run = await runProject(options, true);
      await printProblems(run);
      if (run.report.problems.length === 0) {
        process.stdout.write(formatChanges(summarise(run.report), run, paint));
      }
      return watchedBy(run);
    },
    onError(error) {
      process.stderr.write(`wirepact: ${error instanceof Error ? error.message : String(error)}\n`);
    },
    onReady() {
      process.stdout.write(paint.faint("Watching for changes; Ctrl+C ends.\n"));
    },
  });
  await stopSignal();
  await watch.close();
  return true;
}

function watchedBy({ config, report }: ProjectRun) {
  return {
    files: [...config.dependencies, ...report.dependencies],
    contracts: config.config?.contracts,
  };
}

/** Settles with the first Ctrl+C or request to end; a second one ends the process as it would anyway. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => resolve());
    }
  });
}

function timeOfDay(): string {
  return new Date().toTimeString().slice(0, 8);
}
