/** From a configuration to files on disk: load → read → check → emit → write, and all problems on the way. */

import path from "node:path";
import { checkContract } from "./check/check-contract.js";
import { type FoundWarning, findWarnings } from "./check/find-warnings.js";
import { noticeCodecs } from "./check/notice-codecs.js";
import { sortProblems, withoutEchoes } from "./check/sort-problems.js";
import { withoutUnsupported } from "./check/without-unsupported.js";
import { checkClientChannels } from "./config/check-client-channels.js";
import type { Locate } from "./config/check-config.js";
import type { OutputModules } from "./emit/check-emitted-names.js";
import type { EmittedFile } from "./emit/emitted-file.js";
import type { HandlerEdit } from "./handlers/handler-edit.js";
import type { LoadedContracts } from "./load/loaded-contracts.js";
import type { RunCode } from "./load/run-code.js";
import {
  type ContractModel,
  defaultLevels,
  type Notice,
  type Problem,
  type ResolvedConfig,
  type WarningLevel,
  type WarningLevels,
} from "./model/index.js";
import { withoutAllowed } from "./read/without-allowed.js";
import type { OutputDiff } from "./write/compare-output.js";

/** How a run of {@link generate} goes. */
export interface GenerateOptions {
  /** Whether files are written; else the report says what would be. */
  readonly write: boolean;
  /** Whether the contracts' types are checked too: TypeScript's own errors, as problems. */
  readonly typeCheck: boolean;
  /** Finds the place of an option in the configuration file. */
  readonly locate?: Locate;
  /** Whether each warning that is not switched off is a problem. Default `false`. */
  readonly isStrict?: boolean;
  /** What runs before this one have loaded, for a watch: only what has changed is loaded again. */
  readonly memory?: RunMemory;
}

/** Contracts that stay loaded from one run to the next. */
export interface RunMemory {
  before?: LoadedContracts | undefined;
}

/** One output folder. */
export interface OutputReport {
  /** From the root, with forward slashes. */
  readonly folder: string;
  readonly files: readonly EmittedFile[];
  readonly diff: OutputDiff;
}

/** What a run of {@link generate} found and did. */
export interface GenerateReport {
  /** Sorted by place. When there is one, nothing was written. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /** Sorted by place; those that the configuration makes errors are `problems` instead. */
  readonly warnings: readonly FoundWarning[];
  /** Absent when the contracts could not be loaded. */
  readonly model?: ContractModel;
  /** Empty when there are problems. */
  readonly outputs: readonly OutputReport[];
  /** Handler files that were (or would be) made or added to. */
  readonly handlers: readonly HandlerEdit[];
  /** Absolute paths of the project's files that the contracts are made of. */
  readonly dependencies: readonly string[];
  /** What was run; absent when the contracts could not be loaded. */
  readonly code?: RunCode;
  /** Absolute paths of the files that TypeScript's checker looked at, where it was asked. */
  readonly typeFiles?: readonly string[];
}

/**
 * Generates the code of a project: reads its contracts and brings the output folders up to date.
 *
 * @param config - From `loadConfig`, or made by hand; paths absolute.
 * @returns All that was found and done. Contracts with faults are `problems`, never an exception.
 * @throws When a file cannot be read or written.
 */
export async function generate(config: ResolvedConfig, options: GenerateOptions): Promise<GenerateReport> {
  const reading = await readModel(config, options);
  if (reading.problems.length > 0 || reading.model === undefined || reading.modules === undefined) {
    const { modules: _, ...found } = reading;
    return { ...found, outputs: [], handlers: [] };
  }
  const { modules, model, ...found } = reading;
  const outputs = await compareOutputs(config, reading.modules);
  const handlers = await planHandlerFiles(config, model);
  const problems = sortProblems([...outputs.flatMap(({ diff }) => diff.problems), ...handlers.problems]);
  const report = {
    ...found,
    model,
    problems,
    notices: [...found.notices, ...handlers.notices],
    outputs: problems.length === 0 ? outputs : [],
    handlers: problems.length === 0 ? handlers.edits : [],
  };
  if (options.write) {
    await writeAll(config, report);
  }
  return report;
}

interface Reading
  extends Pick<
    GenerateReport,
    "problems" | "notices" | "warnings" | "model" | "dependencies" | "code" | "typeFiles"
  > {
  /** What is emitted where there are no problems. */
  readonly modules?: OutputModules;
}

/** The stages up to the model, with the problems of each. */
async function readModel(config: ResolvedConfig, options: GenerateOptions): Promise<Reading> {
  const { loadContracts } = await import("./load/load-contracts.js");
  const { memory = {} } = options;
  // The later stages are loaded while esbuild, a process of its own, bundles the contracts.
  const stages = loadStages();
  const loaded = await loadContracts(config, memory.before && { before: memory.before });
  const { dependencies } = loaded;
  if (loaded.files.length > 0) {
    memory.before = loaded;
  }
  if (loaded.files.length === 0) {
    return { problems: sortProblems(loaded.problems), notices: [], warnings: [], dependencies };
  }
  const [{ readContract }, { typeFilesOf }, { typeCheckContracts }, { checkEmittedNames }] = await stages;
  const { model, problems, notices } = await readContract(loaded, config);
  const ofContract = checkContract(model);
  // Most contracts have nothing that cannot travel, and none of them needs to be looked through.
  const supported = ofContract.length === 0 ? model : withoutUnsupported(model);
  const modules = await makeModules(config, supported);
  const warnings = await withoutAllowed(findWarnings(supported, levelsOf(config, options)), config.root);
  const found = [
    ...loaded.problems,
    ...problems,
    ...(options.typeCheck ? await typeCheckContracts(loaded, config) : []),
    ...ofContract,
    ...checkEmittedNames(supported, config.publisher, modules),
    ...checkClientChannels(config, model, options.locate ?? (() => undefined)),
    ...warnings.flatMap(({ level, ...warning }) => (level === "error" ? [warning] : [])),
  ];
  return {
    problems: sortProblems(withoutEchoes(found)),
    notices: [...notices, ...noticeCodecs(model)],
    warnings: warnings.filter(({ level }) => level !== "error"),
    model,
    modules,
    dependencies,
    ...(loaded.code && { code: loaded.code }),
    typeFiles: await typeFilesOf(loaded),
  };
}

function levelsOf(
  { warnings = defaultLevels }: ResolvedConfig,
  { isStrict }: GenerateOptions,
): WarningLevels {
  const raised = (level: WarningLevel) => (isStrict && level !== "off" ? "error" : level);
  return { WP6001: raised(warnings.WP6001), WP6002: raised(warnings.WP6002) };
}

function loadStages() {
  return Promise.all([
    import("./read/read-contract.js"),
    import("./read/source/open-project.js"),
    import("./read/type-check.js"),
    import("./emit/check-emitted-names.js"),
  ]);
}

async function makeModules(config: ResolvedConfig, model: ContractModel): Promise<OutputModules> {
  const [{ serverModules }, { clientModules }] = await Promise.all([
    import("./emit/emit-server.js"),
    import("./emit/emit-client.js"),
  ]);
  return {
    server: serverModules(model, {
      toRoot: posixRelative(config.serverOutput, config.root),
      publisher: config.publisher,
    }),
    clients: config.clients.map(({ output, ...options }) =>
      clientModules(model, { toRoot: posixRelative(output, config.root), ...options }),
    ),
  };
}

async function compareOutputs(config: ResolvedConfig, modules: OutputModules): Promise<OutputReport[]> {
  const [{ emitModule }, { compareOutput }] = await Promise.all([
    import("./emit/module.js"),
    import("./write/compare-output.js"),
  ]);
  const emitted = [
    { output: config.serverOutput, files: modules.server.map(emitModule) },
    ...config.clients.map(({ output }, index) => ({
      output,
      files: (modules.clients[index] ?? []).map(emitModule),
    })),
  ];
  return Promise.all(
    emitted.map(async ({ output, files }) => {
      const folder = posixRelative(config.root, output);
      return { folder, files, diff: await compareOutput(output, files, folder) };
    }),
  );
}

async function planHandlerFiles(config: ResolvedConfig, model: ContractModel) {
  if (config.handlers === false) {
    return { edits: [], notices: [], problems: [] };
  }
  const { planHandlers } = await import("./handlers/plan-handlers.js");
  return planHandlers(model, {
    folder: config.handlers,
    generatedFolder: config.serverOutput,
    root: config.root,
  });
}

async function writeAll(config: ResolvedConfig, report: GenerateReport): Promise<void> {
  const [{ writeOutput }, { applyHandlerEdits }] = await Promise.all([
    import("./write/write-output.js"),
    import("./handlers/apply-handler-edits.js"),
  ]);
  for (const { folder, files, diff } of report.outputs) {
    await writeOutput(path.resolve(config.root, folder), files, diff);
  }
  await applyHandlerEdits(report.handlers);
}

function posixRelative(from: string, to: string): string {
  return path.relative(from, to).replaceAll(path.sep, "/") || ".";
}
