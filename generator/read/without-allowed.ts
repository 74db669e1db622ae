import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Warning } from "../model/index.js";

/**
 * Warnings without those that the contract lets off: with a comment `wirepact-allow` and the code, on the line above the place or
 * on that line itself. Their files are read, and no others.
 */
export async function withoutAllowed<Found extends Warning>(
  warnings: readonly Found[],
  root: string,
): Promise<readonly Found[]> {
  const files = new Set(warnings.flatMap(({ place }) => (place === undefined ? [] : [place.file])));
  const lines = new Map(
    await Promise.all(
      [...files].map(async (file) => [file, await readLines(path.resolve(root, file))] as const),
    ),
  );
  return warnings.filter(({ code, place }) => {
    if (place === undefined) return true;
    const near = lines.get(place.file)?.slice(Math.max(0, place.line - 2), place.line) ?? [];
    return !near.some((line) => allowedIn(line).has(code));
  });
}

/** `// wirepact-allow WP6001 WP6002: why`. */
function allowedIn(line: string): ReadonlySet<string> {
  const [, codes = ""] = /(?:\/\/|\/\*|^\s*\*).*?\bwirepact-allow((?:[ ,]+WP\d{4})+)/.exec(line) ?? [];
  return new Set(codes.match(/WP\d{4}/g));
}

async function readLines(file: string): Promise<readonly string[]> {
  try {
    return (await readFile(file, "utf8")).split(/\r\n?|\n/);
  } catch {
    // Nothing is let off in a file that is gone.
    return [];
  }
}
