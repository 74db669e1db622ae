import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { emptyFolder } from "../measure/folders.js";
import { runProcess } from "../measure/run-process.js";
import { wirepactProgram } from "../measure/run-wirepact.js";

/** What V8 writes with `--cpu-prof`, as far as it is read. */
interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** Stages by the files in which time passes: a stack counts for the innermost frame that a stage has. */
const stages: readonly (readonly [stage: string, where: RegExp])[] = [
  ["Garbage collection", /^\(garbage collector\)$/],
  ["Waiting for esbuild and the disk", /^\(idle\)$/],
  ["Emitting: straight-line validators", /\/generator\/emit\/straight\//],
  ["Emitting: layouts to text", /\/generator\/emit\/(?:layout|module)\.js$/],
  ["Emitting: types, checks, definitions", /\/generator\/emit\//],
  ["Reading zod's definitions and the source", /\/generator\/(?:read|model)\//],
  ["Checking the contract", /\/generator\/check\//],
  ["Running the contracts: zod", /\/node_modules\/zod\/|\/contracts\.mjs$|\/contracts\/dsl\//],
  ["Bundling the contracts", /\/node_modules\/esbuild\/|\/generator\/load\//],
  ["Comparing, writing, remembering", /\/generator\/(?:write|cache|report|commands)\//],
];
const otherStage = "Starting Node, loading modules";

/** The stages that {@link profileColdRun} knows. */
export const stageNames: readonly string[] = [...stages.map(([stage]) => stage), otherStage];

/** Seconds of the main thread by stage, of one run in a folder that no run has seen; V8's profiler takes its share. */
export async function profileColdRun(
  folder: string,
  operations: number,
): Promise<ReadonlyMap<string, number>> {
  const profiles = emptyFolder("generator", String(operations), "profile");
  const flags = ["--cpu-prof", `--cpu-prof-dir=${profiles}`];
  await runProcess(process.execPath, [...flags, wirepactProgram, "generate"], { cwd: folder });
  const [name] = readdirSync(profiles);
  if (name === undefined) throw new Error(`Node wrote no profile into ${profiles}.`);
  return sumByStage(JSON.parse(readFileSync(path.join(profiles, name), "utf8")) as CpuProfile);
}

function sumByStage({ nodes, samples, timeDeltas }: CpuProfile): ReadonlyMap<string, number> {
  const callers = new Map(
    nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)),
  );
  const stageOfNode = new Map(nodes.map((node) => [node.id, stageOf(node, callers)]));
  const seconds = new Map(stageNames.map((stage) => [stage, 0]));
  for (const [index, id] of samples.entries()) {
    const stage = stageOfNode.get(id) ?? otherStage;
    seconds.set(stage, (seconds.get(stage) ?? 0) + (timeDeltas[index] ?? 0) / 1_000_000);
  }
  return seconds;
}

function stageOf(node: ProfileNode, callers: ReadonlyMap<number, ProfileNode>): string {
  for (let at: ProfileNode | undefined = node; at !== undefined; at = callers.get(at.id)) {
    const { functionName, url } = at.callFrame;
    const found = stages.find(([, where]) => where.test(url || functionName));
    if (found !== undefined) return found[0];
  }
  return otherStage;
}
