import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { mergePackage } from "./merge-package.js";
import { readOwnPackage } from "./own-package.js";
import { findPackageRoot } from "./package-root.js";

/** How a new project came out. */
export type InitResult =
  | {
      readonly ok: true;
      /** Files that were written, from the folder, with forward slashes. */
      readonly written: readonly string[];
      /** What was there already and stays as it was. */
      readonly kept: readonly string[];
    }
  /** Nothing was written. */
  | { readonly ok: false; readonly reason: string; readonly mend: string; readonly files: readonly string[] };

/** Files that a project runs without: an own one is kept and stops nothing. */
const dispensable: ReadonlySet<string> = new Set([".gitignore", "README.md"]);

/**
 * Puts a small working project into a folder: a contract, its handlers, a server, a client. Writes nothing
 * when a file of it is there already; package.json alone is added to.
 *
 * @param folder - Absolute; made when it is not there.
 */
export async function initProject(folder: string): Promise<InitResult> {
  const templates = path.join(findPackageRoot(), "generator", "templates");
  const files = await readTemplates(templates);
  const present = new Map<string, string>();
  for (const name of files.keys()) {
    const text = await readIfThere(path.join(folder, name));
    if (text !== undefined) {
      present.set(name, text);
    }
  }
  const inTheWay = [...present.keys()].filter((name) => name !== "package.json" && !dispensable.has(name));
  if (inTheWay.length > 0) {
    const reason = "these files would be overwritten";
    return { ok: false, reason, mend: "move them away", files: inTheWay };
  }
  const manifest = mergePackage(
    files.get("package.json") ?? "{}",
    present.get("package.json"),
    packageNameOf(folder),
    readOwnPackage(),
  );
  if (!manifest.ok) {
    return { ...manifest, files: [] };
  }
  const additions = [...files]
    .map(([name, text]) => [name, name === "package.json" ? manifest.text : text] as const)
    .filter(([name]) => !(present.has(name) && dispensable.has(name)));
  for (const [name, text] of additions) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return {
    ok: true,
    written: additions.map(([name]) => name),
    kept: [...[...present.keys()].filter((name) => dispensable.has(name)), ...manifest.kept],
  };
}

/** The template files by their path in the new project, in a fixed order. */
async function readTemplates(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const templates = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const name = path.relative(folder, file).replaceAll(path.sep, "/");
        // Stored without its dot: npm leaves a file named .gitignore out of a package.
        return [name === "gitignore" ? ".gitignore" : name, await readFile(file, "utf8")] as const;
      }),
  );
  return new Map(templates.sort(([left], [right]) => (left < right ? -1 : 1)));
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

/** The folder's name, with what npm does not allow in a name taken out. */
function packageNameOf(folder: string): string {
  const name = path
    .basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" ? "my-sockets" : name;
}
