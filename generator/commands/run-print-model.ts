import { printProblems } from "./print-problems.js";
import type { RunOptions } from "./run-options.js";
import { runProject } from "./run-project.js";

/**
 * `wirepact generate --print-model`: the model as JSON on the output, problems on the error stream. With
 * problems it prints what was read all the same: that is where one would look.
 */
export async function runPrintModel(options: RunOptions): Promise<boolean> {
  const run = await runProject(options, false);
  await printProblems(run, options);
  if (run.report.model !== undefined) {
    process.stdout.write(`${JSON.stringify(run.report.model, undefined, 2)}\n`);
  }
  return run.report.problems.length === 0;
}
