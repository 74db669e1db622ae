import path from "node:path";
import { formatChanges, summarise } from "../report/format-summary.js";
import { paintFor } from "../report/paint.js";
import { watchProject } from "../watch/watch-project.js";
import { printProblems } from "./print-problems.js";
import type { RunOptions } from "./run-options.js";
import { type ProjectMemory, type ProjectRun, runProject } from "./run-project.js";

/** `wirepact generate --watch`: runs until it is told to stop; problems are printed and stop nothing. */
export async function runWatch(options: RunOptions): Promise<boolean> {
  const paint = paintFor(process.stdout);
  const memory: ProjectMemory = {};
  const watch = watchProject({
    folder: options.folder,
    namedConfig: options.config,
    async run(changed) {
      if (changed.length > 0) {
        process.stdout.write(`\n${paint.faint(timeOfDay())} ${changed.join(", ")} changed\n`);
      }
      if (!isOfContracts(changed, options.folder, memory)) {
        // The folders may be others now, and so may all else.
        memory.config = undefined;
        memory.before = undefined;
      }
      const run = await runProject(options, true, memory);
      await printProblems(run, options);
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

/** Whether all that changed is the contracts, or what they import, and the configuration stays as it is. */
function isOfContracts(
  changed: readonly string[],
  folder: string,
  { config, before }: ProjectMemory,
): boolean {
  const ofConfig = new Set(config?.dependencies);
  const known = new Set(before?.dependencies);
  return changed.every((name) => {
    const file = path.resolve(folder, name);
    const isNew =
      config?.config !== undefined && !path.relative(config.config.contracts, file).startsWith("..");
    return !ofConfig.has(file) && (known.has(file) || isNew);
  });
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
