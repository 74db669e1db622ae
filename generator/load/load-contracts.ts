import { readFile } from "node:fs/promises";
import type { Problem, ResolvedConfig } from "../model/index.js";
import { bundleContracts } from "./bundle-contracts.js";
import { groupFiles, pathFromRoot, sortGroups } from "./group-files.js";
import { listContractFiles } from "./list-contract-files.js";
import type { LoadedContracts, LoadedFile, LoadedGroup } from "./loaded-contracts.js";
import { runBundle } from "./run-bundle.js";
import { stampOf } from "./stamp.js";

/** Settings of {@link loadContracts}. */
export interface LoadOptions {
  /** Milliseconds that the contracts may take to run. Default 10,000. */
  readonly timeoutMs?: number;
  /** What was loaded before: groups whose files have not changed are taken from there, and do not run again. */
  readonly before?: LoadedContracts;
}

/**
 * The first stage: a configuration comes in, the contract files go out, run, with the values that they
 * export. Never throws for what a contract does.
 */
export async function loadContracts(
  config: ResolvedConfig,
  options: LoadOptions = {},
): Promise<LoadedContracts> {
  const paths = await listContractFiles(config.contracts);
  const folder = pathFromRoot(config, config.contracts);
  if (paths === undefined || paths.length === 0) {
    return nothingLoaded([], [explainEmpty(folder, paths !== undefined)]);
  }
  const kept = keepGroups(paths, options.before);
  const keptPaths = new Set(kept.flatMap(({ files }) => files.map(({ absolutePath }) => absolutePath)));
  const wanted = paths.filter((path) => !keptPaths.has(path));
  const loaded = await loadFiles(config, wanted, options.timeoutMs ?? 10_000);
  const ofKept = kept.flatMap(({ dependencies }) => dependencies);
  if (kept.length > 0 && loaded.dependencies.some((file) => ofKept.includes(file))) {
    // What is new belongs to a group that is old.
    const { before: _, ...afresh } = options;
    return loadContracts(config, afresh);
  }
  const dependencies = [...new Set([...ofKept, ...loaded.dependencies])].sort();
  if (loaded.groups === undefined) {
    return nothingLoaded(dependencies, loaded.problems);
  }
  const groups = sortGroups([...kept, ...loaded.groups]);
  const files = groups.flatMap((group) => group.files).sort((one, other) => (one.path < other.path ? -1 : 1));
  return {
    files,
    groups,
    dependencies,
    problems: hasChannel(files) ? [] : [explainNoChannel(folder)],
    ...(loaded.code && { code: loaded.code }),
  };
}

function nothingLoaded(dependencies: readonly string[], problems: readonly Problem[]): LoadedContracts {
  return { files: [], groups: [], dependencies, problems };
}

/** The groups that are as they were: the same files, unchanged. */
function keepGroups(paths: readonly string[], before: LoadedContracts | undefined): readonly LoadedGroup[] {
  const present = new Set(paths);
  return (before?.groups ?? []).filter(
    ({ files, stamps }) =>
      files.every(({ absolutePath }) => present.has(absolutePath)) &&
      [...stamps].every(([file, stamp]) => stamp !== undefined && stampOf(file) === stamp),
  );
}

/** Some of the files, in one bundle: what two of them import is one and the same. */
async function loadFiles(config: ResolvedConfig, paths: readonly string[], timeoutMs: number) {
  if (paths.length === 0) {
    return { groups: [], dependencies: [], problems: [] };
  }
  // Before they are read: what changes afterwards is another one.
  const startedAtMs = Date.now();
  const { bundle, dependencies, problems } = await bundleContracts(config, paths);
  if (bundle === undefined) {
    return { dependencies, problems };
  }
  const stamps = new Map(dependencies.map((file) => [file, stampOf(file, startedAtMs)]));
  const run = await runBundle(bundle, paths.length, timeoutMs);
  const files = await Promise.all(
    paths.map(async (absolutePath, index): Promise<LoadedFile> => {
      const path = pathFromRoot(config, absolutePath);
      return {
        path,
        absolutePath,
        text: await readFile(absolutePath, "utf8"),
        exports: (run.ok ? run.modules[index] : undefined) ?? {},
        imports: bundle.imports.get(path) ?? new Map(),
      };
    }),
  );
  if (!run.ok) {
    return { dependencies, problems: [withPlaceOfImport(run.problem, files)] };
  }
  return {
    groups: groupFiles(files, { bundle, stamps, config }),
    dependencies,
    problems: [],
    code: bundle.runs,
  };
}

function hasChannel(files: readonly LoadedFile[]): boolean {
  return files.some(({ exports }) =>
    Object.values(exports).some(
      (value) =>
        typeof value === "object" && value !== null && "$wirepact" in value && value.$wirepact === "channel",
    ),
  );
}

function explainEmpty(folder: string, exists: boolean): Problem {
  return {
    code: "WP1004",
    message: exists ? `\`${folder}\` holds no contract` : `there is no folder \`${folder}\``,
    mend: "run `npx wirepact init` for a first contract, or name the folder as `contracts` in wirepact.config.ts",
  };
}

function explainNoChannel(folder: string): Problem {
  return {
    code: "WP1004",
    message: `no file in \`${folder}\` exports a channel`,
    mend: 'export one: `export const chat = channel("/chat", { … })`',
  };
}

/** Node says which name a package lacks, not where it is imported. */
function withPlaceOfImport(problem: Problem, files: readonly LoadedFile[]): Problem {
  const name = problem.code === "WP1002" ? /`(.+?)`/.exec(problem.message)?.[1] : undefined;
  if (name === undefined) {
    return problem;
  }
  for (const { path, text } of files) {
    const names = new RegExp(
      `import\\s+(?:type\\s+)?[\\w$]*,?\\s*\\{[^}]*?(?<![\\w$])(${name})(?![\\w$])`,
      "d",
    );
    const start = names.exec(text)?.indices?.[1]?.[0];
    if (start !== undefined) {
      const before = text.slice(0, start).split("\n");
      return {
        ...problem,
        place: { file: path, line: before.length, column: (before.at(-1) ?? "").length + 1 },
      };
    }
  }
  return problem;
}
