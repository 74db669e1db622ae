import { existsSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Project, ts } from "ts-morph";
import type { LoadedContracts } from "../../load/loaded-contracts.js";
import type { ResolvedConfig } from "../../model/index.js";

/** The contracts in the eyes of TypeScript's checker. */
export interface ContractProject {
  readonly project: Project;
  readonly ts: typeof ts;
}

const opened = new WeakMap<LoadedContracts, Promise<ContractProject>>();

/**
 * Opens the contract files under the `tsconfig.json` nearest to them, else under strict defaults.
 * Once for each load: parsing zod's declarations takes most of the time.
 */
export function openProject(loaded: LoadedContracts, config: ResolvedConfig): Promise<ContractProject> {
  const project = opened.get(loaded) ?? open(loaded, config);
  opened.set(loaded, project);
  return project;
}

/** The files whose types the answers of the checker may rest on; none where it was not asked. */
export async function typeFilesOf(loaded: LoadedContracts): Promise<readonly string[]> {
  const opening = await opened.get(loaded);
  const files = opening?.project.getProgram().compilerObject.getSourceFiles() ?? [];
  // TypeScript's own libraries come with ts-morph, under names that the disk does not have.
  return files.map(({ fileName }) => fileName).filter((file) => existsSync(file));
}

async function open(loaded: LoadedContracts, config: ResolvedConfig): Promise<ContractProject> {
  const { loadTsMorph } = await import("./typescript.js");
  const { Project, ts } = loadTsMorph();
  const tsConfigFilePath = findTsConfig(config);
  const project = new Project({
    ...(tsConfigFilePath === undefined ? {} : { tsConfigFilePath }),
    skipAddingFilesFromTsConfig: true,
    skipLoadingLibFiles: false,
    compilerOptions: {
      ...(tsConfigFilePath === undefined
        ? {
            strict: true,
            target: ts.ScriptTarget.ES2023,
            module: ts.ModuleKind.NodeNext,
            moduleResolution: ts.ModuleResolutionKind.NodeNext,
          }
        : {}),
      noEmit: true,
      composite: false,
      incremental: false,
      declaration: false,
      declarationMap: false,
      isolatedDeclarations: false,
      skipLibCheck: true,
      allowJs: true,
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
  });
  for (const { absolutePath } of loaded.files) {
    project.addSourceFileAtPath(absolutePath);
  }
  return { project, ts };
}

/** The `tsconfig.json` nearest to the contracts; undefined where the project has none. */
export function findTsConfig(config: ResolvedConfig): string | undefined {
  let folder = config.contracts;
  // Not beyond the root: a tsconfig.json further up belongs to somebody else.
  while (!relative(config.root, folder).startsWith("..")) {
    const path = join(folder, "tsconfig.json");
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) {
      return path;
    }
    if (dirname(folder) === folder) {
      return undefined;
    }
    folder = dirname(folder);
  }
  return undefined;
}
