import { formatFigure, formatValue, formatVerdict } from "./format-figure.js";
import type { Goal, PartResult } from "./part-result.js";

/** A part's tables and goals as text for a terminal, columns aligned. */
export function printPart(result: PartResult): string {
  const tables = result.tables.map((table) => {
    const rows = table.rows.map(({ name, figures }) => [name, ...figures.map(formatFigure)]);
    return align(table.title, [["", ...table.columns], ...rows]);
  });
  const goals = result.goals.length === 0 ? [] : [align("Goals", result.goals.map(goalCells))];
  return `\n# ${result.title}\n${result.notes.map((note) => `${note}\n`).join("")}\n${[...tables, ...goals].join("\n\n")}\n`;
}

/** A goal's cells: measure, goal, reached, verdict. */
export function goalCells(goal: Goal): string[] {
  return [
    goal.measure,
    `${goal.bound} ${formatValue(goal.goal, goal.unit)}`,
    formatValue(goal.reached, goal.unit),
    formatVerdict(goal),
  ];
}

function align(title: string, rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  return [title, ...lines].map((line) => line.trimEnd()).join("\n");
}
