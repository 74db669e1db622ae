import type { Scale } from "../measure/scale.js";
import { summarise } from "../measure/summary.js";
import { exactly, figure, figureOf, type PartResult, type Row, type Table } from "../report/part-result.js";
import { clientProjects } from "../types/projects/index.js";
import { completeAfterEdit } from "./complete-after-edit.js";

/** How long an editor waits for TypeScript 7's language server. */
export async function measureEditor(scale: Scale): Promise<PartResult> {
  const operations = scale.clientOperations.at(-1);
  if (operations === undefined) throw new RangeError("No operations.");
  const rows: Row[] = [];
  for (const project of clientProjects) {
    const { first, afterEdit } = await completeAfterEdit(project, operations, scale.edits);
    rows.push({ name: project.name, figures: [figure(summarise(afterEdit), "s"), exactly(first, "s")] });
  }
  const table: Table = {
    title: `Completion at a call site, client of ${operations} operations`,
    columns: ["right after an edit", "the first one"],
    rows,
  };
  return {
    part: "editor",
    title: "In the editor",
    notes: [
      "TypeScript 7's language server, `tsc --lsp`: a line is added to the file that makes every call, and what may follow a channel's name is asked for at once.",
    ],
    tables: [table],
    goals: [
      {
        measure: `completion after an edit, client of ${operations} operations`,
        bound: "at most",
        goal: 0.05,
        reached: figureOf(table, "wirepact", "right after an edit").median,
        unit: "s",
      },
    ],
  };
}
