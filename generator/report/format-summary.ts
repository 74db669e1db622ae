import { channelNames } from "../emit/names.js";
import type { GenerateReport } from "../generate.js";
import { formatHandlerEdit } from "./format-handler-edit.js";
import type { Paint } from "./paint.js";

/** What a summary says besides the report. */
export interface RunFacts {
  readonly root: string;
  readonly durationMs: number;
}

/** A line for each channel, one for each handler file that changed, and the count of the files. */
export function formatSummary(report: GenerateReport, facts: RunFacts, paint: Paint): string {
  const channels = report.model?.channels ?? [];
  const nameWidth = Math.max(...channels.map(({ name }) => name.length));
  const counts = channels.map(({ clientToServer, serverToClient }) =>
    countOf(clientToServer.length + serverToClient.length, "member"),
  );
  const countWidth = Math.max(...counts.map((count) => count.length));
  const lines = channels.map((channel, index) => {
    const { file } = channelNames(channel);
    const files = report.outputs
      .filter((output) => output.files.some(({ path }) => path === file))
      .map(({ folder }) => paint.path(`${folder}/${file}`));
    const count = (counts[index] ?? "").padEnd(countWidth);
    return `${paint.strong(channel.name.padEnd(nameWidth))}  ${count} → ${files.join(", ")}`;
  });
  return [...lines, ...handlerLines(report, facts, paint), countFiles(report, facts, paint), ""].join("\n");
}

/** A line for each file that changed, for a watch; the count alone when none did. */
export function formatChanges(report: GenerateReport, facts: RunFacts, paint: Paint): string {
  const lines = report.outputs.flatMap(({ folder, diff }) => [
    ...[...diff.missing, ...diff.stale, ...diff.handEdited]
      .sort()
      .map((file) => `${paint.good("wrote")} ${paint.path(`${folder}/${file}`)}`),
    ...diff.orphaned.map((file) => `${paint.bad("removed")} ${paint.path(`${folder}/${file}`)}`),
  ]);
  return [...lines, ...handlerLines(report, facts, paint), countFiles(report, facts, paint), ""].join("\n");
}

function handlerLines(report: GenerateReport, { root }: RunFacts, paint: Paint): string[] {
  return report.handlers.map((edit) => formatHandlerEdit(edit, root, paint));
}

/** `2 files written, 3 unchanged (0.6 s)`. */
function countFiles(report: GenerateReport, { durationMs }: RunFacts, paint: Paint): string {
  const sum = (count: (diff: GenerateReport["outputs"][number]["diff"]) => number) =>
    report.outputs.reduce((total, { diff }) => total + count(diff), 0);
  const written = sum((diff) => diff.missing.length + diff.stale.length + diff.handEdited.length);
  const removed = sum((diff) => diff.orphaned.length);
  const parts = [
    `${countOf(written, "file")} written`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    `${sum((diff) => diff.unchanged.length)} unchanged`,
  ];
  return `${parts.join(", ")} ${paint.faint(`(${(durationMs / 1000).toFixed(1)} s)`)}`;
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
