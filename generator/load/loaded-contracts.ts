import type { Problem } from "../model/index.js";
import type { RunCode } from "./run-code.js";

/** One file of the contracts folder, run. */
export interface LoadedFile {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  readonly absolutePath: string;
  readonly text: string;
  /** What the file exports, by name. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** Its imports of first-party files: the specifier as written, and the file's path from the root. */
  readonly imports: ReadonlyMap<string, string>;
}

/** What loading found. */
export interface LoadedContracts {
  /** Sorted by path; empty where something kept the contracts from running. */
  readonly files: readonly LoadedFile[];
  /** Absolute paths of every first-party file that the contracts are made of: what a watcher has to watch. */
  readonly dependencies: readonly string[];
  readonly problems: readonly Problem[];
  /** What was run; absent where nothing was. */
  readonly code?: RunCode;
}
