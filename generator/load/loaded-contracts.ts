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

/** Contract files that import one another, or share what they import: what one exports may be part of another. */
export interface LoadedGroup {
  /** Sorted by path. */
  readonly files: readonly LoadedFile[];
  /** Absolute paths of every first-party file that they are made of. */
  readonly dependencies: readonly string[];
  /** What tells whether one of these has changed; undefined for one that has to be read again. */
  readonly stamps: ReadonlyMap<string, string | undefined>;
}

/** What loading found. */
export interface LoadedContracts {
  /** Sorted by path; empty where something kept the contracts from running. */
  readonly files: readonly LoadedFile[];
  /** The same files. A group that has not changed since the load before is the same object. */
  readonly groups: readonly LoadedGroup[];
  /** Absolute paths of every first-party file that the contracts are made of: what a watcher has to watch. */
  readonly dependencies: readonly string[];
  readonly problems: readonly Problem[];
  /** What was run; absent where nothing was. */
  readonly code?: RunCode;
}
