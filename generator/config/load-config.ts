/** From the working folder to the project's resolved configuration, or to what is wrong with it. */

import { readFile } from "node:fs/promises";
import path from "node:path";
import { noCode, type RunCode } from "../load/run-code.js";
import type { Problem, ResolvedConfig } from "../model/index.js";
import { checkConfig, type Locate, locateIn } from "./check-config.js";
import { evaluateConfig } from "./evaluate-config.js";
import { findConfig } from "./find-config.js";
import { checkFolders, resolveConfig } from "./resolve-config.js";

/** A project's configuration. */
export interface LoadedConfig {
  /** Folder that all printed paths start from. */
  readonly root: string;
  /** undefined when there are problems. */
  readonly config: ResolvedConfig | undefined;
  readonly problems: readonly Problem[];
  /** Files that the configuration comes from; absolute. */
  readonly dependencies: readonly string[];
  /** Finds the place of an option, for problems that show only when the contracts are read. */
  readonly locate: Locate;
  /** What the configuration is computed by. */
  readonly code: RunCode;
}

/**
 * Loads the configuration of a project.
 *
 * @param folder - The working folder.
 * @param named - Configuration file that the user named; default: `wirepact.config.*` in `folder`, if any.
 */
export async function loadConfig(folder: string, named?: string): Promise<LoadedConfig> {
  const found = await findConfig(path.resolve(folder), named);
  if (found.file === undefined) {
    const root = path.resolve(folder);
    const config = found.problems.length === 0 ? resolveConfig({}, root) : undefined;
    return {
      root,
      config,
      problems: found.problems,
      dependencies: [],
      locate: () => undefined,
      code: noCode,
    };
  }
  const root = path.dirname(found.file);
  const evaluated = await evaluateConfig(found.file);
  const locate = locateIn(path.basename(found.file), await readFile(found.file, "utf8"));
  const loaded = { root, dependencies: evaluated.dependencies, code: evaluated.code, locate };
  if (evaluated.problems.length > 0) {
    return { ...loaded, config: undefined, problems: evaluated.problems };
  }
  const checked = checkConfig(evaluated.value, locate);
  if (checked.config === undefined) {
    return { ...loaded, config: undefined, problems: checked.problems };
  }
  const config = resolveConfig(checked.config, root);
  const problems = checkFolders(config, locate);
  return { ...loaded, config: problems.length === 0 ? config : undefined, problems };
}
