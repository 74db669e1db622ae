import type { Figure, Goal, Unit } from "./part-result.js";
import { isReached } from "./part-result.js";

/** A figure as text: `3.2 × (3.1–3.4)`; the spread is left out where there is none. */
export function formatFigure(figure: Figure | null): string {
  if (figure === null) return "–";
  const { median, low, high, unit } = figure;
  const text = formatValue(median, unit);
  return low === high ? text : `${text} (${formatNumber(low)}–${formatNumber(high)})`;
}

/** A number with its unit. */
export function formatValue(value: number, unit: Unit): string {
  if (unit === "") return formatNumber(value);
  return unit === "/s" ? `${formatNumber(value)}/s` : `${formatNumber(value)} ${unit}`;
}

/** Three digits that matter, thousands apart. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(3));
  return Math.abs(rounded) >= 1_000
    ? Math.round(rounded).toLocaleString("en-US")
    : String(Number(rounded.toPrecision(3)));
}

/** Whether a goal is reached, or by how much it is missed. */
export function formatVerdict(goal: Goal): string {
  if (isReached(goal)) return "reached";
  if (!Number.isFinite(goal.reached)) return "not measured";
  const by = goal.bound === "at most" ? goal.reached / goal.goal : goal.goal / goal.reached;
  return `missed, by a factor of ${formatNumber(by)}`;
}
