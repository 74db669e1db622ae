import { channelNames } from "../emit/names.js";
import type { GenerateReport } from "../generate.js";
import type { HandlerEdit } from "../handlers/handler-edit.js";
import type { OutputDiff } from "../write/compare-output.js";
import { formatHandlerEdit } from "./format-handler-edit.js";
import type { Paint } from "./paint.js";

/** What a summary says besides the report. */
export interface RunFacts {
  readonly root: string;
  readonly durationMs: number;
}

/** What {@link formatSummary} tells of a run. */
export interface RunSummary {
  readonly channels: readonly { readonly name: string; readonly members: number; readonly file: string }[];
  /** Folders with the paths of their files, changed or not. */
  readonly outputs: readonly {
    readonly folder: string;
    readonly files: readonly string[];
    readonly diff: Counted;
  }[];
  readonly handlers: readonly HandlerEdit[];
}

type Counted = Pick<OutputDiff, "missing" | "stale" | "handEdited" | "orphaned" | "unchanged">;

/** What a report has to say to somebody who runs the generator. */
export function summarise({ model, outputs, handlers }: GenerateReport): RunSummary {
  return {
    channels: (model?.channels ?? []).map((channel) => ({
      name: channel.name,
      members: channel.clientToServer.length + channel.serverToClient.length,
      file: channelNames(channel).file,
    })),
    outputs: outputs.map(({ folder, files, diff }) => ({
      folder,
      files: files.map(({ path }) => path),
      diff,
    })),
    handlers,
  };
}

/** A line for each channel, one for each handler file that changed, and the count of the files. */
export function formatSummary(summary: RunSummary, facts: RunFacts, paint: Paint): string {
  const { channels } = summary;
  const nameWidth = Math.max(...channels.map(({ name }) => name.length));
  const counts = channels.map(({ members }) => countOf(members, "member"));
  const countWidth = Math.max(...counts.map((count) => count.length));
  const lines = channels.map(({ name, file }, index) => {
    const files = summary.outputs
      .filter((output) => output.files.includes(file))
      .map(({ folder }) => paint.path(`${folder}/${file}`));
    const count = (counts[index] ?? "").padEnd(countWidth);
    return `${paint.strong(name.padEnd(nameWidth))}  ${count} → ${files.join(", ")}`;
  });
  return [...lines, ...handlerLines(summary, facts, paint), countFiles(summary, facts, paint), ""].join("\n");
}

/** A line for each file that changed, for a watch; the count alone when none did. */
export function formatChanges(report: RunSummary, facts: RunFacts, paint: Paint): string {
  const lines = report.outputs.flatMap(({ folder, diff }) => [
    ...[...diff.missing, ...diff.stale, ...diff.handEdited]
      .sort()
      .map((file) => `${paint.good("wrote")} ${paint.path(`${folder}/${file}`)}`),
    ...diff.orphaned.map((file) => `${paint.bad("removed")} ${paint.path(`${folder}/${file}`)}`),
  ]);
  return [...lines, ...handlerLines(report, facts, paint), countFiles(report, facts, paint), ""].join("\n");
}

function handlerLines(report: RunSummary, { root }: RunFacts, paint: Paint): string[] {
  return report.handlers.map((edit) => formatHandlerEdit(edit, root, paint));
}

/** `2 files written, 3 unchanged (0.6 s)`. */
function countFiles(report: RunSummary, { durationMs }: RunFacts, paint: Paint): string {
  const sum = (count: (diff: Counted) => number) =>
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
