import path from "node:path";
import { rootFolder } from "../measure/folders.js";
import { runProcess } from "../measure/run-process.js";
import type { Scale } from "../measure/scale.js";
import { summarise } from "../measure/summary.js";
import {
  exactly,
  type Figure,
  figure,
  figureOf,
  type Goal,
  type PartResult,
  type Table,
} from "../report/part-result.js";
import { clientProjects } from "./projects/index.js";
import type { ClientProject } from "./projects/project.js";
import { writeClientProject } from "./write-client-project.js";

/** TypeScript 7's own launcher. */
export const typescriptProgram = path.join(rootFolder, "node_modules", "typescript", "bin", "tsc");

/** What TypeScript has to do for a client that calls everything. */
export async function measureTypes(scale: Scale): Promise<PartResult> {
  const found: { operations: number; table: Table }[] = [];
  for (const operations of scale.clientOperations) {
    found.push({ operations, table: await checkClients(operations, scale) });
  }
  return {
    part: "types",
    title: "Types: a client that calls every operation",
    notes: [
      "`tsc --extendedDiagnostics --singleThreaded` of TypeScript 7 over a client that awaits each operation once.",
      "Contracts are made by program and the same for every stack; twenty operations to a channel, router or event map.",
    ],
    tables: found.map(({ table }) => table),
    goals: found.flatMap(({ operations, table }) =>
      ["instantiations", "check time"].map((column) => goalOf(table, column, operations)),
    ),
  };
}

function goalOf(table: Table, column: string, operations: number): Goal {
  const smaller = Math.min(...["tRPC", "oRPC"].map((name) => figureOf(table, name, column).median));
  return {
    measure: `${column} at ${operations} operations against the smaller of tRPC and oRPC`,
    bound: "at most",
    goal: 1 / 50,
    reached: figureOf(table, "wirepact", column).median / smaller,
    unit: "×",
  };
}

async function checkClients(operations: number, scale: Scale): Promise<Table> {
  const rows: { name: string; figures: Figure[] }[] = [];
  for (const project of clientProjects) {
    rows.push({ name: project.name, figures: await checkClient(project, operations, scale.processRounds) });
  }
  return {
    title: `${operations} operations`,
    columns: ["instantiations", "check time", "whole process", "memory"],
    rows,
  };
}

async function checkClient(project: ClientProject, operations: number, rounds: number): Promise<Figure[]> {
  const folder = await writeClientProject("types", project, operations);
  const runs: { check: number; whole: number; instantiations: number; memory: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const { stdout, seconds } = await runProcess(
      process.execPath,
      [typescriptProgram, "-p", ".", "--extendedDiagnostics", "--singleThreaded"],
      { cwd: folder },
    );
    runs.push({
      instantiations: readDiagnostic(stdout, "Instantiations"),
      check: readDiagnostic(stdout, "Check time"),
      whole: seconds,
      memory: readDiagnostic(stdout, "Memory used") / 1_000,
    });
  }
  const middle = (key: "check" | "whole" | "instantiations" | "memory") =>
    summarise(runs.map((run) => run[key]));
  return [
    exactly(middle("instantiations").median, ""),
    figure(middle("check"), "s"),
    figure(middle("whole"), "s"),
    exactly(middle("memory").median, "MB"),
  ];
}

/** `Check time:   1.234s` → 1.234 */
function readDiagnostic(output: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(output)?.[1];
  if (found === undefined) throw new Error(`TypeScript did not say its \`${name}\`:\n${output}`);
  return Number(found);
}
