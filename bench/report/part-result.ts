import type { Summary } from "../measure/summary.js";

/** Units that a report knows to print. */
export type Unit = "µs" | "ms" | "s" | "kB" | "MB" | "×" | "/s" | "%" | "";

/** A figure, with its spread where there was more than one round. */
export interface Figure extends Summary {
  readonly unit: Unit;
}

/** A stack, and its figures in the order of the table's columns; `null` where it has none. */
export interface Row {
  readonly name: string;
  readonly figures: readonly (Figure | null)[];
}

/** Figures of one run, side by side. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** What wirepact wants to reach, and what it reached. */
export interface Goal {
  readonly measure: string;
  readonly bound: "at most" | "at least";
  readonly goal: number;
  readonly reached: number;
  readonly unit: Unit;
}

/** What a part found. */
export interface PartResult {
  readonly part: string;
  readonly title: string;
  /** How it was measured, a sentence each. */
  readonly notes: readonly string[];
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
}

/** A figure with its unit. */
export function figure(summary: Summary, unit: Unit): Figure {
  return { median: round(summary.median), low: round(summary.low), high: round(summary.high), unit };
}

/** A figure that has no spread: a size, a count. */
export function exactly(value: number, unit: Unit): Figure {
  return figure({ median: value, low: value, high: value }, unit);
}

/** Four significant digits are more than a measurement has. */
function round(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(4)) : value;
}

/** The figure of a row in a column; throws where there is none. */
export function figureOf(table: Table, row: string, column: string): Figure {
  const found = table.rows.find(({ name }) => name === row)?.figures[table.columns.indexOf(column)];
  if (!found) throw new RangeError(`No figure of \`${row}\` under \`${column}\` in \`${table.title}\`.`);
  return found;
}

/** Whether the goal is reached. */
export function isReached({ bound, goal, reached }: Goal): boolean {
  return bound === "at most" ? reached <= goal : reached >= goal;
}
