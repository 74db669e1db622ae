import { formatSummary } from "../report/format-summary.js";
import { paintFor } from "../report/paint.js";
import { printProblems } from "./print-problems.js";
import type { RunOptions } from "./run-options.js";
import { runProject } from "./run-project.js";

/** `wirepact generate`: writes, and prints a line for each channel and a count of the files. */
export async function runGenerate(options: RunOptions): Promise<boolean> {
  const run = await runProject(options, true);
  await printProblems(run);
  if (run.report.problems.length > 0) {
    return false;
  }
  process.stdout.write(formatSummary(run.report, run, paintFor(process.stdout)));
  return true;
}
