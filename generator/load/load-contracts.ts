import { readFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import type { Problem, ResolvedConfig } from "../model/index.js";
import { bundleContracts } from "./bundle-contracts.js";
import { listContractFiles } from "./list-contract-files.js";
import type { LoadedContracts, LoadedFile } from "./loaded-contracts.js";
import { runBundle } from "./run-bundle.js";

/** Settings of {@link loadContracts}. */
export interface LoadOptions {
  /** Milliseconds that the contracts may take to run. Default 10,000. */
  readonly timeoutMs?: number;
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
    return { files: [], dependencies: [], problems: [explainEmpty(folder, paths !== undefined)] };
  }
  const { bundle, dependencies, problems } = await bundleContracts(config, paths);
  if (bundle === undefined) {
    return { files: [], dependencies, problems };
  }
  const run = await runBundle(bundle, paths.length, options.timeoutMs ?? 10_000);
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
    return { files: [], dependencies, problems: [withPlaceOfImport(run.problem, files)] };
  }
  const found = hasChannel(files) ? [] : [explainNoChannel(folder)];
  return { files, dependencies, problems: found, code: bundle.runs };
}

function pathFromRoot(config: ResolvedConfig, path: string): string {
  return relative(config.root, path).split(sep).join("/");
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
