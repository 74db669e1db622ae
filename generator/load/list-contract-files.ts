import { readdir } from "node:fs/promises";
import { join } from "node:path";

const contractFile = /\.(?:ts|mts|js)$/;
const otherFile = /\.d\.m?ts$|\.(?:test|spec)\.[a-z]+$/;

/**
 * Absolute paths of the contract files below `folder`, sorted; `undefined` when there is no such folder.
 *
 * A folder below it that has a `package.json` or `tsconfig.json` of its own is another project, and no
 * contracts of this one; folders whose name begins with a dot, and `node_modules`, are left out as well.
 */
export async function listContractFiles(folder: string): Promise<readonly string[] | undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    return undefined;
  }
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && entry.name !== "node_modules" && !(await isProject(path))) {
        found.push(...((await listContractFiles(path)) ?? []));
      }
    } else if (contractFile.test(entry.name) && !otherFile.test(entry.name)) {
      found.push(path);
    }
  }
  // By code unit: the order is the same on every machine, whatever its language.
  return found.sort();
}

async function isProject(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  return names.includes("package.json") || names.includes("tsconfig.json");
}
