import { statSync } from "node:fs";

/** Milliseconds by which a file's time may lag behind the clock's: a tick of the kernel, generously. */
const clockLagMs = 20;

/**
 * A text that is another one once a file has changed; undefined where that cannot be told.
 *
 * @param sinceMs - A file that changed after this may have been read in either form: it has no stamp.
 */
export function stampOf(file: string, sinceMs = Number.POSITIVE_INFINITY): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || Math.max(stats.mtimeMs, stats.ctimeMs) > sinceMs - clockLagMs) {
    return undefined;
  }
  return `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
}
