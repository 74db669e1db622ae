/** From problems to the text that a person reads: place, code, message, the offending line, the mend. */

import type { Notice, Place, Problem, Warning } from "../model/index.js";
import type { Paint } from "./paint.js";

/** Columns of a source line that are shown; a longer one is cut around the place. */
const maxLineWidth = 100;

/** Text of source files by their path from the root. */
export type Sources = ReadonlyMap<string, string>;

/** All problems, one blank line after each, and their count. */
export function formatProblems(problems: readonly Problem[], sources: Sources, paint: Paint): string {
  const texts = problems.map((problem) => `${formatProblem(problem, sources, paint)}\n`);
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return `${texts.join("\n")}\n${paint.strong(`${count}; nothing was written.`)}\n`;
}

function formatProblem(problem: Problem, sources: Sources, paint: Paint): string {
  return formatFinding(problem, paint.bad(problem.code), sources, paint);
}

/** A warning: like a problem, and named as what stops nothing. */
export function formatWarning(warning: Warning, sources: Sources, paint: Paint): string {
  return `${formatFinding(warning, paint.strong(`warning ${warning.code}`), sources, paint)}\n`;
}

function formatFinding(
  { place, message, mend }: Problem | Warning,
  code: string,
  sources: Sources,
  paint: Paint,
): string {
  const head = `${place === undefined ? "" : `${formatPlace(place, paint)}  `}${code}  ${message}`;
  return [head, ...excerpt(place, sources, paint), formatMend(mend, paint)].join("\n");
}

/** A notice: like a problem, without a code. */
export function formatNotice(notice: Notice, paint: Paint): string {
  const place = notice.place === undefined ? "" : `${formatPlace(notice.place, paint)}  `;
  const mend = notice.mend === undefined ? "" : `\n${formatMend(notice.mend, paint)}`;
  return `${place}${paint.strong("note:")} ${notice.message}${mend}`;
}

/** One form for all: stages of the generator write mends as sentences or as parts of one. */
function formatMend(mend: string, paint: Paint): string {
  const text = mend.replace(/^[A-Z](?=[a-z]+\b)/, (letter) => letter.toLowerCase()).replace(/\.$/, "");
  return `  ${paint.good("mend:")} ${text}`;
}

function formatPlace({ file, line, column }: Place, paint: Paint): string {
  return paint.path(`${file}:${line}:${column}`);
}

/** The offending line with a caret below the place; nothing where the source does not have it. */
function excerpt(place: Place | undefined, sources: Sources, paint: Paint): string[] {
  const line = place && sources.get(place.file)?.split(/\r\n?|\n/)[place.line - 1];
  if (place === undefined || line === undefined || line.trim() === "") {
    return [];
  }
  const cut = Math.max(0, place.column - Math.floor(maxLineWidth / 2));
  const start = line.length <= maxLineWidth ? line.length - line.trimStart().length : cut;
  const shown = line.slice(start, start + maxLineWidth).trimEnd();
  // A tab keeps its width above the caret, whatever the terminal makes of it.
  const indent = line.slice(start, Math.max(start, place.column - 1)).replace(/[^\t]/g, " ");
  return [
    `  ${paint.faint(`${place.line} │`)} ${shown}`,
    `  ${" ".repeat(`${place.line}`.length)} ${paint.faint("│")} ${indent}${paint.bad("^")}`,
  ];
}
