import { type LoadedConfig, loadConfig } from "../config/load-config.js";
import { type GenerateReport, generate, type RunMemory } from "../generate.js";
import type { RunOptions } from "./run-options.js";

/** A run over the project of a folder, from its configuration on. */
export interface ProjectRun {
  readonly root: string;
  readonly config: LoadedConfig;
  readonly report: GenerateReport;
  /** Milliseconds that it took. */
  readonly durationMs: number;
}

/** What a watch keeps from one run to the next. */
export interface ProjectMemory extends RunMemory {
  /** The configuration, as long as none of its files has changed. */
  config?: LoadedConfig | undefined;
}

/** Loads the configuration and generates by it; a wrong configuration is a report with its problems. */
export async function runProject(
  options: RunOptions,
  write: boolean,
  memory: ProjectMemory = {},
): Promise<ProjectRun> {
  const startedAt = performance.now();
  const loaded = memory.config ?? (await loadConfig(options.folder, options.config));
  memory.config = loaded;
  const report: GenerateReport =
    loaded.config === undefined
      ? { problems: loaded.problems, notices: [], warnings: [], outputs: [], handlers: [], dependencies: [] }
      : await generate(loaded.config, {
          write,
          typeCheck: options.typeCheck,
          isStrict: options.isStrict,
          locate: loaded.locate,
          memory,
        });
  return { root: loaded.root, config: loaded, report, durationMs: performance.now() - startedAt };
}
