import { formatOutOfDate } from "../report/format-out-of-date.js";
import { paintFor } from "../report/paint.js";
import { printProblems } from "./print-problems.js";
import type { RunOptions } from "./run-options.js";
import { runProject } from "./run-project.js";

/** `wirepact generate --check`: writes nothing, and names each file that a run would change. */
export async function runCheck(options: RunOptions): Promise<boolean> {
  const run = await runProject(options, false);
  await printProblems(run, options);
  if (run.report.problems.length > 0) {
    return false;
  }
  const outOfDate = formatOutOfDate(run.report, run.root, paintFor(process.stderr));
  if (outOfDate === undefined) {
    process.stdout.write("Generated files and handlers are up to date.\n");
    return true;
  }
  process.stderr.write(outOfDate);
  return false;
}
