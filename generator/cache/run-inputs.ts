import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { configNames } from "../config/find-config.js";
import type { LoadedConfig } from "../config/load-config.js";
import type { GenerateReport } from "../generate.js";
import { findPackageRoot } from "../init/package-root.js";
import type { RunCode } from "../load/run-code.js";
import type { ManifestKey } from "./manifest.js";

/** Everything on the disk that a run's result depends on. */
export interface RunInputs {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/**
 * Lists what a run read; undefined where it may have read more than the disk tells: a contract that asks for the time or
 * the environment says something else the next day.
 */
export function listInputs(
  { folder, config: named }: ManifestKey,
  { config, dependencies, code: configCode }: LoadedConfig,
  report: GenerateReport,
): RunInputs | undefined {
  const { code, typeFiles = [] } = report;
  if (config === undefined || code === undefined || ![code, configCode].every(isRepeatable)) {
    return undefined;
  }
  const packages = [code, configCode].flatMap(({ packages }) => packages).map(packageFile);
  const typePackages = typeFiles.filter(isInstalled).map(packageFile);
  const sources = [...report.dependencies, ...typeFiles.filter((file) => !isInstalled(file))];
  const projectFiles = foldersAbove([...sources, path.join(config.root, "x")]).flatMap((above) =>
    ["tsconfig.json", "package.json"].map((name) => path.join(above, name)),
  );
  const configs = projectFiles.filter((file) => file.endsWith("tsconfig.json")).map(extendedConfigs);
  const known = [...packages, ...typePackages, ...configs.flatMap((each) => each ?? [undefined])];
  if (known.includes(undefined)) {
    return undefined;
  }
  const folders = [
    ...treeOf(config.contracts),
    ...(config.handlers === false ? [] : treeOf(config.handlers)),
    config.serverOutput,
    ...config.clients.map(({ output }) => output),
  ];
  const handlers = config.handlers === false ? [] : treeOf(config.handlers).flatMap(filesOf);
  return {
    files: [
      ...[...configNames, ...(named === undefined ? [] : [named])].map((name) => path.resolve(folder, name)),
      ...dependencies,
      ...sources,
      ...projectFiles,
      ...handlers,
      ...known.filter((file) => file !== undefined),
    ],
    folders,
  };
}

/** Names behind which stands something that is another thing in the next run. */
const passing =
  /\b(?:process|globalThis|Date|Math|crypto|performance|fetch|Intl|require|import\.meta|import\s*\()/;

function isRepeatable({ text, packages }: RunCode): boolean {
  return !passing.test(text) && packages.every((each) => !isBuiltin(each) && /^(?:file:|\/)/.test(each));
}

function isInstalled(file: string): boolean {
  return file.split(/[\\/]/).includes("node_modules");
}

/** The package.json that says which version an installed file is of; undefined for one that may change without. */
function packageFile(from: string): string | undefined {
  const file = realpathSync(from.startsWith("file:") ? fileURLToPath(from) : from);
  if (!isInstalled(file) && !file.startsWith(`${realpathSync(findPackageRoot())}${path.sep}`)) {
    return undefined;
  }
  return foldersAbove([file])
    .map((folder) => path.join(folder, "package.json"))
    .find((candidate) => existsSync(candidate) && readFileSync(candidate, "utf8").includes('"version"'));
}

/** The folders of files and all above them, from the innermost one on. */
function foldersAbove(files: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const file of files) {
    for (let at = path.dirname(file); !found.has(at); at = path.dirname(at)) {
      found.add(at);
    }
  }
  return [...found];
}

/** A folder, and all folders in it that may hold sources. */
function treeOf(folder: string): readonly string[] {
  if (!existsSync(folder)) {
    return [folder];
  }
  const inner = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== "node_modules",
  );
  return [folder, ...inner.flatMap(({ name }) => treeOf(path.join(folder, name)))];
}

function filesOf(folder: string): readonly string[] {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => path.join(folder, name));
}

/** The files that a tsconfig.json extends; undefined where one is not found. */
function extendedConfigs(file: string, depth = 0): readonly (string | undefined)[] | undefined {
  if (!existsSync(file)) {
    return [];
  }
  const clause =
    /"extends"\s*:\s*("(?:[^"\\]|\\.)*"|\[[^\]]*\])/.exec(readFileSync(file, "utf8"))?.[1] ?? "[]";
  const names = [...clause.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, name = ""]) => name);
  return names.flatMap((name) => {
    const found = [name, `${name}.json`, `${name}/tsconfig.json`].flatMap((each) =>
      resolveFrom(file, each),
    )[0];
    const further =
      found === undefined || depth > mostExtended ? undefined : extendedConfigs(found, depth + 1);
    return further === undefined ? [undefined] : [found, ...further];
  });
}

/** Configurations that extend one another; more is a circle. */
const mostExtended = 20;

function resolveFrom(file: string, name: string): readonly string[] {
  try {
    return [createRequire(file).resolve(name)];
  } catch {
    // There are other ways to write it.
    return [];
  }
}
