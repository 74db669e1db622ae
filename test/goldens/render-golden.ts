import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkContract } from "../../generator/check/check-contract.js";
import { checkEmittedNames } from "../../generator/emit/check-emitted-names.js";
import { emitClient } from "../../generator/emit/emit-client.js";
import { emitServer } from "../../generator/emit/emit-server.js";
import { kebabCase } from "../../generator/emit/names.js";
import { scaffoldHandlers } from "../../generator/handlers/scaffold-handlers.js";
import { loadContracts } from "../../generator/load/load-contracts.js";
import type { ContractModel, Problem, ResolvedConfig } from "../../generator/model/index.js";
import { readContract } from "../../generator/read/read-contract.js";

/** Folder of the golden cases: each holds `contract/` and the `server/` and `client/` made from it. */
export const goldensFolder = fileURLToPath(new URL("../generator/goldens/", import.meta.url));

/** What a golden keeps besides its contract. */
export const outputFolders = ["server", "client", "fast-client", "handlers"] as const;

export async function listGoldens(): Promise<readonly string[]> {
  const entries = await readdir(goldensFolder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** The model of the contracts in `<folder>/contract`, with all problems. */
export async function readModel(
  folder: string,
): Promise<{ readonly model: ContractModel; readonly problems: readonly Problem[] }> {
  const config: ResolvedConfig = {
    root: folder,
    contracts: path.join(folder, "contract"),
    serverOutput: path.join(folder, "server"),
    handlers: false,
    publisher: false,
    clients: [{ output: path.join(folder, "client") }],
  };
  const loaded = await loadContracts(config);
  const { model, problems } = await readContract(loaded, config);
  return {
    model,
    problems: [...loaded.problems, ...problems, ...checkContract(model), ...checkEmittedNames(model)],
  };
}

/** What a golden's contract becomes, by path from the golden's folder. */
export async function renderGolden(name: string): Promise<ReadonlyMap<string, string>> {
  const { model, problems } = await readModel(path.join(goldensFolder, name));
  if (problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems, null, 2)}`);
  return new Map([
    ...emitServer(model, { toRoot: ".." }).map(({ path, text }) => [`server/${path}`, text] as const),
    ...emitClient(model, { toRoot: ".." }).map(({ path, text }) => [`client/${path}`, text] as const),
    ...emitClient(model, { toRoot: "..", checks: "fast" }).map(
      ({ path, text }) => [`fast-client/${path}`, text] as const,
    ),
    ...model.channels.map(
      (channel) =>
        [`handlers/${kebabCase(channel.name)}.ts`, scaffoldHandlers(channel, "../server")] as const,
    ),
  ]);
}

/** The golden's files as they are kept. */
export async function readGolden(name: string): Promise<ReadonlyMap<string, string>> {
  const folder = path.join(goldensFolder, name);
  const kept = new Map<string, string>();
  for (const side of outputFolders) {
    for (const file of await readdir(path.join(folder, side)).catch(() => [])) {
      kept.set(`${side}/${file}`, await readFile(path.join(folder, side, file), "utf8"));
    }
  }
  return kept;
}
