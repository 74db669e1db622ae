import path from "node:path";
import { makeOperations } from "../many/operations.js";
import { writeFile, writeGeneratedProject } from "../many/write-project.js";
import { buildProgram } from "../measure/build-program.js";
import { emptyFolder } from "../measure/folders.js";
import { runProcess } from "../measure/run-process.js";
import type { Scale } from "../measure/scale.js";
import { ratios, summarise } from "../measure/summary.js";
import { figure, figureOf, type PartResult, type Table } from "../report/part-result.js";
import { printChannels, printStartup } from "./print-programs.js";

const ways = ["zod", "wirepact"] as const;

interface Sample {
  readonly milliseconds: number;
  readonly heapBytes: number;
}

/** A server process until the checks of all its operations have been used once. */
export async function measureStartup(scale: Scale): Promise<PartResult> {
  const operations = scale.serverOperations;
  const folder = emptyFolder("startup");
  const groups = makeOperations(operations);
  await writeGeneratedProject(folder, groups);
  const samples: Record<(typeof ways)[number], Sample[]> = { zod: [], wirepact: [] };
  for (const way of ways) {
    writeFile(folder, `${way}-channels.ts`, printChannels(folder, groups, way));
    await buildProgram(path.join(folder, `${way}-channels.ts`), folder);
    writeFile(folder, `${way}.mjs`, printStartup(groups, way));
  }
  for (let round = 0; round < scale.processRounds; round++) {
    for (const way of ways) samples[way].push(await runOnce(folder, way, operations));
  }

  const seconds = (way: (typeof ways)[number]) =>
    samples[way].map(({ milliseconds }) => milliseconds / 1_000);
  const megabytes = (way: (typeof ways)[number]) => samples[way].map(({ heapBytes }) => heapBytes / 1e6);
  const table: Table = {
    title: `${operations} operations, input and output`,
    columns: ["time", "heap", "time against zod", "heap against zod"],
    rows: ways.map((way) => ({
      name: way,
      figures: [
        figure(summarise(seconds(way)), "s"),
        figure(summarise(megabytes(way)), "MB"),
        figure(ratios(seconds(way), seconds("zod")), "×"),
        figure(ratios(megabytes(way), megabytes("zod")), "×"),
      ],
    })),
  };
  return {
    part: "startup",
    title: "Start of a server process",
    notes: [
      "From the import of the checks to the first use of each, in a process that has Socket.IO, Fastify, zod and the package's runtime loaded; heap after garbage collection.",
    ],
    tables: [table],
    goals: [
      {
        measure: `import and first use of ${operations} operations' checks, time`,
        bound: "at most",
        goal: 0.25,
        reached: figureOf(table, "wirepact", "time").median,
        unit: "s",
      },
      {
        measure: `import and first use of ${operations} operations' checks, heap`,
        bound: "at most",
        goal: 15,
        reached: figureOf(table, "wirepact", "heap").median,
        unit: "MB",
      },
    ],
  };
}

async function runOnce(folder: string, way: string, operations: number): Promise<Sample> {
  const { stdout } = await runProcess(process.execPath, ["--expose-gc", `${way}.mjs`], { cwd: folder });
  // Our own program printed it.
  const sample = JSON.parse(stdout) as Sample & { readonly passed: number };
  if (sample.passed !== operations * 2) {
    throw new Error(`${way}: ${sample.passed} of ${operations * 2} samples passed.`);
  }
  return sample;
}
