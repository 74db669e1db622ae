import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ResolvedConfig } from "wirepact/generator";
import { loadContracts } from "../../generator/load/load-contracts.js";
import { type ContractReading, readContract } from "../../generator/read/read-contract.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** A project in a temporary folder, with zod and wirepact installed. */
export interface ContractProject {
  readonly config: ResolvedConfig;
  /** Writes files, by their paths from the root. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
  remove(): Promise<void>;
}

export async function openProject(files: Readonly<Record<string, string>>): Promise<ContractProject> {
  const root = await mkdtemp(join(await realpath(tmpdir()), "wirepact-test-"));
  await mkdir(join(root, "node_modules"));
  await symlink(repository, join(root, "node_modules/wirepact"), "dir");
  await symlink(join(repository, "node_modules/zod"), join(root, "node_modules/zod"), "dir");
  const project: ContractProject = {
    config: {
      root,
      contracts: join(root, "contracts"),
      serverOutput: join(root, "server/generated"),
      handlers: false,
      publisher: false,
      clients: [],
    },
    async write(more) {
      for (const [path, text] of Object.entries(more)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text);
      }
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
  await project.write(files);
  return project;
}

/** Loads and reads contracts; throws where loading finds a problem. */
export async function readFiles(files: Readonly<Record<string, string>>): Promise<ContractReading> {
  const project = await openProject(files);
  try {
    const loaded = await loadContracts(project.config);
    if (loaded.problems.length > 0) {
      throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
    }
    return await readContract(loaded, project.config);
  } finally {
    await project.remove();
  }
}

/** A problem in one line: `contracts/a.ts:3:5 WP1005 text`. */
export function problemLine(problem: {
  readonly code: string;
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
  readonly message: string;
}): string {
  const { place } = problem;
  const where = place === undefined ? "" : `${place.file}:${place.line}:${place.column} `;
  return `${where}${problem.code} ${problem.message}`;
}

export const imports = `import { call, channel, event, room } from "wirepact/contract";
import { z } from "zod";
`;
