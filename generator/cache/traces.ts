import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";

/** What was found on the disk, by absolute path. */
export interface Traces {
  /** A file's content as a hash; null where there is no such file. */
  readonly files: Readonly<Record<string, string | null>>;
  /** What a folder holds as a hash; null where there is no such folder. */
  readonly folders: Readonly<Record<string, string | null>>;
}

/**
 * Looks at files and folders. All at once and in one go: a hundred small files are read faster so.
 *
 * @param written - What was just written, by absolute path: it is not read again.
 */
export function takeTraces(
  files: Iterable<string>,
  folders: Iterable<string>,
  written: ReadonlyMap<string, string>,
): Traces {
  const ofWritten = Object.fromEntries([...written].map(([file, text]) => [file, hash(text)]));
  return { files: { ...traceAll(files, traceFile), ...ofWritten }, folders: traceAll(folders, traceFolder) };
}

/** Whether everything is still as it was found. */
export function areFresh({ files, folders }: Traces): boolean {
  return (
    Object.entries(folders).every(([folder, trace]) => traceFolder(folder) === trace) &&
    Object.entries(files).every(([file, trace]) => traceFile(file) === trace)
  );
}

/** The last time, in milliseconds, at which one of the files was changed, moved or made. */
export function lastChangeMs(files: Iterable<string>): number {
  return Math.max(
    0,
    ...[...files].map((file) => {
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats === undefined ? 0 : Math.max(stats.mtimeMs, stats.ctimeMs);
    }),
  );
}

function traceAll(paths: Iterable<string>, trace: (path: string) => string | null): Traces["files"] {
  return Object.fromEntries([...new Set(paths)].sort().map((path) => [path, trace(path)]));
}

function traceFile(file: string): string | null {
  const text = orNull(() => readFileSync(file));
  // Line ends as git may have made them on Windows count as what they stand for, as they do in `compareOutput`.
  return text && hash(text.includes(13) ? text.toString("utf8").replaceAll("\r\n", "\n") : text);
}

function traceFolder(folder: string): string | null {
  const entries = orNull(() => readdirSync(folder, { withFileTypes: true }));
  const names = entries?.map((entry) => `${entry.isDirectory() ? "folder" : "file"} ${entry.name}`).sort();
  return names === undefined ? null : hash(names.join("\n"));
}

function hash(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("base64");
}

function orNull<Found>(look: () => Found): Found | null {
  try {
    return look();
  } catch {
    // Whatever the reason: what cannot be read is not there.
    return null;
  }
}
