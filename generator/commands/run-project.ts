import { type LoadedConfig, loadConfig } from "../config/load-config.js";
import { type GenerateReport, generate } from "../generate.js";
import type { RunOptions } from "./run-options.js";

/** A run over the project of a folder, from its configuration on. */
export interface ProjectRun {
  readonly root: string;
  readonly config: LoadedConfig;
  readonly report: GenerateReport;
  /** Milliseconds that it took. */
  readonly durationMs: number;
}

/** Loads the configuration and generates by it; a wrong configuration is a report with its problems. */
export async function runProject(options: RunOptions, write: boolean): Promise<ProjectRun> {
  const startedAt = performance.now();
  const loaded = await loadConfig(options.folder, options.config);
  const report: GenerateReport =
    loaded.config === undefined
      ? { problems: loaded.problems, notices: [], outputs: [], handlers: [], dependencies: [] }
      : await generate(loaded.config, { write, typeCheck: options.typeCheck, locate: loaded.locate });
  return { root: loaded.root, config: loaded, report, durationMs: performance.now() - startedAt };
}
