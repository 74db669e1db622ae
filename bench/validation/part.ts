import path from "node:path";
import { generateLoads } from "../loads/generate-loads.js";
import { findDefinition } from "../many/find-definition.js";
import { writeFile } from "../many/write-project.js";
import { buildProgram } from "../measure/build-program.js";
import { benchFolder, emptyFolder } from "../measure/folders.js";
import { samplesOf } from "../measure/interleave.js";
import { runProcess } from "../measure/run-process.js";
import type { Scale } from "../measure/scale.js";
import { ratios, summarise } from "../measure/summary.js";
import { figure, figureOf, type Goal, type PartResult, type Table } from "../report/part-result.js";
import type { ValidationSamples } from "./program.js";

const base = "zod safeParse";

/** Payloads checked on the server: zod, compiled zod, and the checks of the generated server. */
export async function measureValidation(scale: Scale): Promise<PartResult> {
  await generateLoads();
  const { stdout } = await runProcess(process.execPath, [
    await buildValidation(),
    String(scale.rounds),
    String(scale.roundMs / 4),
  ]);
  // Its own program wrote it.
  const found = JSON.parse(stdout) as ValidationSamples;

  const columns = Object.keys(found);
  const ways = Object.keys(Object.values(found)[0] ?? {});
  const relative: Table = {
    title: `Time against ${base}`,
    columns,
    rows: ways.map((way) => ({
      name: way,
      figures: Object.values(found).map((samples) =>
        figure(ratios(samplesOf(samples, way), samplesOf(samples, base)), "×"),
      ),
    })),
  };
  const absolute: Table = {
    title: "Time of one check",
    columns,
    rows: ways.map((way) => ({
      name: way,
      figures: Object.values(found).map((samples) => figure(summarise(samplesOf(samples, way)), "µs")),
    })),
  };
  const goal = (column: string, measure: string, limit: number): Goal => ({
    measure,
    bound: "at most",
    goal: limit,
    reached: figureOf(relative, "wirepact", column).median,
    unit: "×",
  });
  return {
    part: "validation",
    title: "Validation on the server",
    notes: [
      "chat: a message with 100 characters and three tags; list: 100 rows of eight fields. A refused payload includes its issues.",
    ],
    tables: [relative, absolute],
    goals: [
      goal("chat", "a valid chat message against zod", 0.5),
      goal("list", "100 valid rows against zod", 0.2),
      goal("chat, refused", "refusing a chat message against zod", 0.2),
      goal("list, refused", "refusing 100 rows against zod", 0.2),
    ],
  };
}

function buildValidation(): Promise<string> {
  const folder = emptyFolder("validation");
  const definition = findDefinition(path.join(benchFolder, "loads", "generated", "server"), "checks");
  const program = path.join(benchFolder, "validation", "program.ts");
  writeFile(
    folder,
    "main.ts",
    `import { checksDefinition } from ${JSON.stringify(definition)};
import { validateAll } from ${JSON.stringify(program)};

const [rounds, roundMs] = process.argv.slice(2).map(Number);
process.stdout.write(JSON.stringify(await validateAll(checksDefinition, rounds, roundMs)));
`,
  );
  return buildProgram(path.join(folder, "main.ts"), folder);
}
