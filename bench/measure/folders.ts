import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** This package. */
export const benchFolder = fileURLToPath(new URL("..", import.meta.url));

/** The repository, whose package is measured. */
export const rootFolder = path.dirname(path.resolve(benchFolder));

/** An empty folder for what a part makes; within the package, so that imports resolve. */
export function emptyFolder(...names: readonly string[]): string {
  const folder = path.join(benchFolder, ".work", ...names);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
