import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import type { ts } from "ts-morph";
import type { LoadedGroup } from "../../../load/loaded-contracts.js";
import { parsePlain } from "./parse-plain.js";

/**
 * The trees of a group's files and of all that they import, by their paths from the root; undefined where one of them is
 * more than plain. One parser reads them all, since names lead from one to another.
 */
export function parsePlainFiles(
  { files, dependencies }: LoadedGroup,
  root: string,
): ReadonlyMap<string, ts.SourceFile> | undefined {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const trees = new Map<string, ts.SourceFile>();
  for (const file of dependencies) {
    const path = relative(root, file).split(sep).join("/");
    // Comments of JavaScript have types.
    const isTypeScript = /(?<!\.d)\.m?ts$/.test(path);
    const text = isTypeScript ? (texts.get(path) ?? readText(file)) : undefined;
    const tree = text === undefined ? undefined : parsePlain(text);
    if (tree === undefined) {
      return undefined;
    }
    trees.set(path, tree);
  }
  return trees;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // Gone since it was bundled: its places fall back to what leads there.
    return undefined;
  }
}
