import type { Notice } from "../model/index.js";
import { formatNotice, formatProblems } from "../report/format-problems.js";
import { paintFor } from "../report/paint.js";
import { readSources } from "../report/read-sources.js";
import type { ProjectRun } from "./run-project.js";

/** Prints a run's problems, if any, and its notices on the error stream. */
export async function printProblems({ root, report }: ProjectRun): Promise<void> {
  printNotices(report.notices);
  if (report.problems.length > 0) {
    const sources = await readSources(root, report.problems);
    process.stderr.write(formatProblems(report.problems, sources, paintFor(process.stderr)));
  }
}

/** Prints notices on the error stream. */
export function printNotices(notices: readonly Notice[]): void {
  const paint = paintFor(process.stderr);
  for (const notice of notices) {
    process.stderr.write(`${formatNotice(notice, paint)}\n`);
  }
}
