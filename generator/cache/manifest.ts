import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { FoundWarning } from "../check/find-warnings.js";
import { findPackageRoot } from "../init/package-root.js";
import type { Notice } from "../model/index.js";
import type { RunSummary } from "../report/format-summary.js";
import { replaceFile } from "../write/replace-file.js";
import { areFresh, type Traces } from "./traces.js";

/** A run that changed nothing and had nothing to complain of, and everything that it depended on. */
export interface Manifest {
  /** Which generator it was, down to its files: in a checkout they change without a new version. */
  readonly generator: string;
  /** Whether the contracts' types were checked. */
  readonly typeCheck: boolean;
  readonly traces: Traces;
  readonly root: string;
  readonly notices: readonly Notice[];
  /** A strict run fails where there is one, and is not answered from here. */
  readonly warnings: readonly FoundWarning[];
  readonly summary: RunSummary;
}

/** The run that a manifest tells of. */
export interface ManifestKey {
  /** The working folder; absolute. */
  readonly folder: string;
  readonly config: string | undefined;
  readonly typeCheck: boolean;
  readonly isStrict: boolean;
}

/**
 * The manifest of the last run, if a run would find everything as that one left it: the contracts and all that they
 * import, the configuration, zod, and what was written.
 */
export function findFresh(key: ManifestKey): Manifest | undefined {
  const file = manifestFile(key);
  if (file === undefined || !existsSync(file)) {
    return undefined;
  }
  try {
    // Whatever it is, if it is not ours something below is missing, and it does not count.
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    const isUsable =
      (manifest.typeCheck || !key.typeCheck) && (!key.isStrict || manifest.warnings.length === 0);
    return isUsable && manifest.generator === describeGenerator() && areFresh(manifest.traces)
      ? manifest
      : undefined;
  } catch {
    // A cache that cannot be read is none.
    return undefined;
  }
}

/** Keeps a manifest for the next run, where the project has a place for it. */
export async function saveManifest(key: ManifestKey, manifest: Omit<Manifest, "generator">): Promise<void> {
  const file = manifestFile(key);
  if (file === undefined) {
    return;
  }
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    await replaceFile(file, JSON.stringify({ generator: describeGenerator(), ...manifest }));
  } catch {
    // A folder that cannot be written to costs the next run its time, and nothing else.
  }
}

/** In the nearest `node_modules`, where caches of tools are: never among the user's own files. */
function manifestFile({ folder, config }: ManifestKey): string | undefined {
  const name = createHash("sha256")
    .update(JSON.stringify([folder, config]))
    .digest("hex")
    .slice(0, 16);
  for (let at = folder; ; at = path.dirname(at)) {
    const modules = path.join(at, "node_modules");
    if (statSync(modules, { throwIfNoEntry: false })?.isDirectory()) {
      return path.join(modules, ".cache", "wirepact", `${name}.json`);
    }
    if (path.dirname(at) === at) {
      return undefined;
    }
  }
}

function describeGenerator(): string {
  const root = findPackageRoot();
  const parts = ["generator", "contracts"].map((part) => path.join(root, "dist", part));
  const built = parts
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".js"))
        .map((name) => path.join(folder, name)),
    );
  const files = [path.join(root, "package.json"), ...built.sort()];
  const facts = files.map((file) => {
    const { size, mtimeMs } = statSync(file);
    return `${file} ${size} ${mtimeMs}`;
  });
  return createHash("sha256")
    .update(`${process.version}\n${facts.join("\n")}`)
    .digest("base64");
}
