import path from "node:path";
import { makeOperations, type OperationGroup } from "../many/operations.js";
import { writeFile, writeProject } from "../many/write-project.js";
import { benchFolder, emptyFolder } from "../measure/folders.js";
import { interleave, type Samples, samplesOf } from "../measure/interleave.js";
import { runProcess } from "../measure/run-process.js";
import { generate } from "../measure/run-wirepact.js";
import type { Scale } from "../measure/scale.js";
import { ratios, summarise } from "../measure/summary.js";
import { exactly, type Figure, figure, type Goal, type PartResult, type Row } from "../report/part-result.js";
import { changeContract } from "./change-contract.js";
import { measureWatch } from "./measure-watch.js";
import { printOpenApi } from "./print-openapi.js";
import { profileColdRun, stageNames } from "./profile-cold-run.js";

const peer = "openapi-typescript";
const cold = "wirepact, cold";
const unchanged = "wirepact, nothing changed";
const changed = "wirepact, one contract changed";

interface Found {
  readonly operations: number;
  readonly samples: Samples<number>;
  readonly watchSeconds: readonly number[];
  /** Seconds of a cold run's main thread, by stage. */
  readonly stages: ReadonlyMap<string, number>;
}

/** Whole runs of the generator, and the answer of its watcher. */
export async function measureGenerator(scale: Scale): Promise<PartResult> {
  const found: Found[] = [];
  for (const operations of scale.generatedOperations) found.push(await measureRuns(operations, scale));
  const most = found.at(-1);
  if (most === undefined) throw new RangeError("Nothing was measured.");

  const rowOf = (name: string, figures: (one: Found) => Figure[]): Row => ({
    name,
    figures: found.flatMap(figures),
  });
  const processRow = (name: string) =>
    rowOf(name, ({ samples }) => [
      figure(summarise(samplesOf(samples, name)), "s"),
      figure(ratios(samplesOf(samples, name), samplesOf(samples, peer)), "×"),
    ]);
  const watchRow = rowOf("wirepact, one contract changed under --watch", ({ watchSeconds, samples }) => [
    figure(summarise(watchSeconds), "s"),
    figure(ratios(watchSeconds, samplesOf(samples, peer).slice(0, watchSeconds.length)), "×"),
  ]);
  return {
    part: "generator",
    title: "The generator",
    notes: [
      `Whole processes. Twenty operations to a contract file; ${peer} reads the same operations as an OpenAPI document and writes types only.`,
      "Under --watch: from the writing of the contract until the channel's files of both sides are on disk.",
      "Where a cold run's time goes: one run under V8's profiler, its main thread; esbuild is a process beside it.",
    ],
    tables: [
      {
        title: "Time",
        columns: found.flatMap(({ operations }) => [
          `${operations} operations`,
          `${operations}, against ${peer}`,
        ]),
        rows: [...[peer, cold, unchanged, changed].map(processRow), watchRow],
      },
      {
        title: "Where a cold run's time goes",
        columns: found.map(({ operations }) => `${operations} operations`),
        rows: stageNames.map((name) => rowOf(name, ({ stages }) => [exactly(stages.get(name) ?? 0, "s")])),
      },
    ],
    goals: [...found.slice(0, -1).map(coldGoalOf), ...goalsOf(most)],
  };
}

/** Fewer operations: starting up is most of it. */
function coldGoalOf({ operations, samples }: Found): Goal {
  return {
    measure: `generate ${operations} operations, cold, against ${peer}`,
    bound: "at most",
    goal: 1,
    reached: ratios(samplesOf(samples, cold), samplesOf(samples, peer)).median,
    unit: "×",
  };
}

function goalsOf({ operations, samples, watchSeconds }: Found): Goal[] {
  const at = (what: string) => `generate ${operations} operations, ${what}`;
  return [
    {
      measure: at(`cold, against ${peer}`),
      bound: "at most",
      goal: 0.5,
      reached: ratios(samplesOf(samples, cold), samplesOf(samples, peer)).median,
      unit: "×",
    },
    {
      measure: at("nothing changed"),
      bound: "at most",
      goal: 0.3,
      reached: summarise(samplesOf(samples, unchanged)).median,
      unit: "s",
    },
    {
      measure: at("one contract changed under --watch"),
      bound: "at most",
      goal: 0.05,
      reached: summarise(watchSeconds).median,
      unit: "s",
    },
  ];
}

async function measureRuns(operations: number, scale: Scale): Promise<Found> {
  const groups = makeOperations(operations);
  const [first] = groups;
  if (first === undefined) throw new RangeError("No operations.");
  const folder = emptyFolder("generator", String(operations), "wirepact");
  writeProject(folder, groups);
  await generate(folder);
  const samples = await interleave<number>(
    {
      [peer]: openApiRun(operations, groups),
      [cold]: async () => {
        // A folder that no run has seen: whatever is remembered of a project is not there.
        const fresh = emptyFolder("generator", String(operations), "cold");
        writeProject(fresh, groups);
        return (await generate(fresh)).seconds;
      },
      [unchanged]: async () => (await generate(folder)).seconds,
      [changed]: async () => {
        changeContract(folder, first, ++changes);
        return (await generate(folder)).seconds;
      },
    },
    { rounds: scale.processRounds, warmUpRounds: 0 },
  );
  const unseen = emptyFolder("generator", String(operations), "cold");
  writeProject(unseen, groups);
  const stages = await profileColdRun(unseen, operations);
  return {
    operations,
    samples,
    stages,
    watchSeconds: await measureWatch(folder, first, scale.processRounds),
  };
}

let changes = 0;

function openApiRun(operations: number, groups: readonly OperationGroup[]): () => Promise<number> {
  const folder = emptyFolder("generator", String(operations), "openapi");
  writeFile(folder, "openapi.json", printOpenApi(groups));
  const program = path.join(benchFolder, "node_modules", "openapi-typescript", "bin", "cli.js");
  const args = [program, "openapi.json", "--output", "openapi.ts"];
  return async () => (await runProcess(process.execPath, args, { cwd: folder })).seconds;
}
