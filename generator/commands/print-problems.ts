import type { FoundWarning } from "../check/find-warnings.js";
import type { Notice } from "../model/index.js";
import { formatCounted } from "../report/format-counted.js";
import { formatNotice, formatProblems, formatWarning } from "../report/format-problems.js";
import { paintFor } from "../report/paint.js";
import { readSources } from "../report/read-sources.js";
import type { RunOptions } from "./run-options.js";
import type { ProjectRun } from "./run-project.js";

/** Prints a run's problems, if any, its warnings and its notices on the error stream. */
export async function printProblems({ root, report }: ProjectRun, options: RunOptions): Promise<void> {
  printNotices(report.notices);
  await printWarnings({ root, warnings: report.warnings }, options);
  if (report.problems.length > 0) {
    const sources = await readSources(root, report.problems);
    process.stderr.write(formatProblems(report.problems, sources, paintFor(process.stderr)));
  }
}

/** Prints warnings on the error stream, and one line for those that are only counted. */
export async function printWarnings(
  { root, warnings }: { readonly root: string; readonly warnings: readonly FoundWarning[] },
  { listsWarnings }: RunOptions,
): Promise<void> {
  if (warnings.length === 0) return;
  const paint = paintFor(process.stderr);
  const listed = warnings.filter(({ level }) => listsWarnings || level === "list");
  const sources = await readSources(root, listed);
  for (const warning of listed) {
    process.stderr.write(`${formatWarning(warning, sources, paint)}\n`);
  }
  const counted = formatCounted(
    listsWarnings ? [] : warnings.filter(({ level }) => level === "count"),
    paint,
  );
  if (counted !== undefined) process.stderr.write(`${counted}\n`);
}

/** Prints notices on the error stream. */
export function printNotices(notices: readonly Notice[]): void {
  const paint = paintFor(process.stderr);
  for (const notice of notices) {
    process.stderr.write(`${formatNotice(notice, paint)}\n`);
  }
}
