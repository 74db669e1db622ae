import { join, relative, sep } from "node:path";
import type { ResolvedConfig } from "../model/index.js";
import type { Bundle } from "./bundle-contracts.js";
import type { LoadedFile, LoadedGroup } from "./loaded-contracts.js";

/** What {@link groupFiles} goes by. */
export interface Grouping {
  readonly bundle: Pick<Bundle, "imports" | "packages">;
  readonly stamps: ReadonlyMap<string, string | undefined>;
  readonly config: ResolvedConfig;
}

/**
 * Parts files into groups that have nothing to do with one another. Packages join as first-party files do: a schema may
 * come from there too. zod and the contract language, which all import, hold none.
 */
export function groupFiles(
  files: readonly LoadedFile[],
  { bundle: { imports, packages }, stamps, config: { root } }: Grouping,
): readonly LoadedGroup[] {
  const groups: { files: LoadedFile[]; reached: Set<string> }[] = [];
  for (const file of files) {
    const reached = new Set([file.path]);
    for (const path of reached) {
      for (const target of imports.get(path)?.values() ?? []) {
        reached.add(target);
      }
      for (const target of packages.get(path) ?? []) {
        reached.add(target);
      }
    }
    const joined = groups.filter((group) => [...reached].some((path) => group.reached.has(path)));
    for (const group of joined) {
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push({
      files: [...joined.flatMap((group) => group.files), file],
      reached: new Set([...joined.flatMap((group) => [...group.reached]), ...reached]),
    });
  }
  return groups.map((group) => {
    const dependencies = [...group.reached]
      .filter((path) => imports.has(path))
      .map((path) => join(root, path));
    return {
      files: group.files.sort((left, right) => (left.path < right.path ? -1 : 1)),
      dependencies,
      stamps: new Map(dependencies.map((file) => [file, stamps.get(file)])),
    };
  });
}

/** Groups in the order of their first files. */
export function sortGroups(groups: readonly LoadedGroup[]): readonly LoadedGroup[] {
  const keyOf = ({ files }: LoadedGroup): string => files[0]?.path ?? "";
  return groups.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}

/** A path as it is printed: from the root, with forward slashes. */
export function pathFromRoot({ root }: Pick<ResolvedConfig, "root">, path: string): string {
  return relative(root, path).split(sep).join("/");
}
