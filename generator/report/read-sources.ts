import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Problem, Warning } from "../model/index.js";
import type { Sources } from "./format-problems.js";

/** The text of every file that a problem or a warning lies in. A file that cannot be read is left out. */
export async function readSources(root: string, problems: readonly (Problem | Warning)[]): Promise<Sources> {
  const files = [...new Set(problems.flatMap(({ place }) => (place === undefined ? [] : [place.file])))];
  const entries = await Promise.all(
    files.map(async (file) => {
      try {
        return [[file, await readFile(path.resolve(root, file), "utf8")] as const];
      } catch {
        // The problem is told without its line.
        return [];
      }
    }),
  );
  return new Map(entries.flat());
}
