import path from "node:path";
import { findFresh, type ManifestKey, saveManifest } from "../cache/manifest.js";
import { formatSummary, type RunSummary, summarise } from "../report/format-summary.js";
import { paintFor } from "../report/paint.js";
import { printNotices, printProblems, printWarnings } from "./print-problems.js";
import type { RunOptions } from "./run-options.js";
import type { ProjectRun } from "./run-project.js";

/** `wirepact generate`: writes, and prints a line for each channel and a count of the files. */
export async function runGenerate(options: RunOptions): Promise<boolean> {
  const startedAtMs = Date.now();
  const started = performance.now();
  const fresh = findFresh(options);
  if (fresh !== undefined) {
    printNotices(fresh.notices);
    await printWarnings(fresh, options);
    print(fresh.summary, { root: fresh.root, durationMs: performance.now() - started });
    return true;
  }
  const { runProject } = await import("./run-project.js");
  const run = await runProject(options, true);
  await printProblems(run, options);
  if (run.report.problems.length > 0) {
    return false;
  }
  const summary = summarise(run.report);
  print(summary, run);
  await remember(options, run, startedAtMs);
  return true;
}

function print(summary: RunSummary, facts: Pick<ProjectRun, "root" | "durationMs">): void {
  process.stdout.write(formatSummary(summary, facts, paintFor(process.stdout)));
}

/** Keeps what the next run has to find to know that there is nothing to do. */
async function remember(key: ManifestKey, run: ProjectRun, startedAtMs: number): Promise<void> {
  const { report, root } = run;
  // After an edit the next run may have other things to say of the handlers.
  if (report.handlers.length > 0) {
    return;
  }
  const [{ listInputs }, { lastChangeMs, takeTraces }] = await Promise.all([
    import("../cache/run-inputs.js"),
    import("../cache/traces.js"),
  ]);
  const inputs = listInputs(key, run.config, report);
  // What changed while it was read may have been read in either form.
  if (inputs === undefined || lastChangeMs(inputs.files) > startedAtMs - clockLagMs) {
    return;
  }
  const written = new Map(
    report.outputs.flatMap(({ folder, files }) =>
      files.map((file) => [path.resolve(root, folder, file.path), file.text] as const),
    ),
  );
  const { outputs, ...rest } = summarise(report);
  const summary = {
    ...rest,
    outputs: outputs.map(({ folder, files }) => ({ folder, files, diff: allUnchanged(files) })),
  };
  const traces = takeTraces(inputs.files, inputs.folders, written);
  const { notices, warnings } = report;
  await saveManifest(key, { typeCheck: key.typeCheck, traces, root, notices, warnings, summary });
}

/** Milliseconds by which a file's time may lag behind the clock's: a tick of the kernel, generously. */
const clockLagMs = 20;

function allUnchanged(files: readonly string[]): RunSummary["outputs"][number]["diff"] {
  return { missing: [], stale: [], handEdited: [], orphaned: [], unchanged: files };
}
