import type { GenerateReport } from "../generate.js";
import { formatHandlerEdit } from "./format-handler-edit.js";
import type { Paint } from "./paint.js";

/** What `--check` has to say: each file that is not up to date, why, and the mend; undefined when all are. */
export function formatOutOfDate(report: GenerateReport, root: string, paint: Paint): string | undefined {
  const lines = report.outputs.flatMap(({ folder, diff }) => {
    const list = (files: readonly string[], what: string) =>
      files.map((file) => `${paint.path(`${folder}/${file}`)}  ${what}`);
    return [
      ...list(diff.missing, "is missing"),
      ...list(diff.stale, "is stale: the contract has changed since it was made, or wirepact has"),
      ...list(diff.handEdited, "was edited by hand; the next `generate` makes it anew"),
      ...list(diff.orphaned, "is left over: no channel leads to it any more"),
    ];
  });
  const handlers = report.handlers.map((edit) => formatHandlerEdit(edit, root, paint, "missing"));
  const count = lines.length + handlers.length;
  if (count === 0) {
    return undefined;
  }
  const total = `${count} ${count === 1 ? "file is" : "files are"} not up to date; nothing was written.`;
  return [
    ...[...lines, ...handlers].sort(),
    "",
    paint.strong(total),
    `  ${paint.good("mend:")} npx wirepact generate`,
    "",
  ].join("\n");
}
