/** What differs in an output folder → the folder brought up to date. */

import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { EmittedFile } from "../emit/emitted-file.js";
import { headerMark } from "../emit/module.js";
import type { OutputDiff } from "./compare-output.js";
import { replaceFile } from "./replace-file.js";

/**
 * Writes the files that differ and removes those that are emitted no longer. A file that does not carry
 * wirepact's header is never touched. Each file is whole at every moment: a reader finds the old or the new.
 *
 * @param folder - Absolute; made when missing.
 * @param diff - From `compareOutput` over the same folder and files; one with problems writes nothing.
 */
export async function writeOutput(
  folder: string,
  files: readonly EmittedFile[],
  diff: OutputDiff,
): Promise<void> {
  if (diff.problems.length > 0) return;
  const changed = new Set([...diff.missing, ...diff.stale, ...diff.handEdited]);
  if (changed.size > 0) await mkdir(folder, { recursive: true });
  const wanted = files.filter((file) => changed.has(file.path));
  for (let first = 0; first < wanted.length; first += mostAtOnce) {
    const some = wanted.slice(first, first + mostAtOnce);
    // Each ends before the first failure is told, so that no draft of ours is left behind.
    const ends = await Promise.allSettled(
      some.map((file) => replaceFile(path.join(folder, file.path), file.text)),
    );
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }
  for (const orphan of diff.orphaned) {
    const file = path.join(folder, orphan);
    // It may have changed hands since it was compared.
    const text = await readFile(file, "utf8").catch(() => "");
    if (text.includes(headerMark)) await rm(file, { force: true });
  }
}

/** Files that are open at a time. */
const mostAtOnce = 16;
