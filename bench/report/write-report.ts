import { formatFigure } from "./format-figure.js";
import type { Table } from "./part-result.js";
import { goalCells } from "./print-part.js";
import type { Results, SavedPart } from "./save-results.js";

/** Results → the text of RESULTS.md. */
export function writeReport({ machine, parts }: Results): string {
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  return `# Results

Written by \`npm run bench\` and \`npm run bench:full\`; every figure comes from results.json. How to run it: [README.md](README.md).

Figures are medians of interleaved rounds with their quartiles, and ratios are taken within one round: what is slow on this machine is slow
for all. Absolute figures differ from machine to machine.

- Machine: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}
- Versions: ${versions.join(", ")}

![Ratios to the peers](results.svg)

## Goals

${markdownTable(
  ["measure", "goal", "reached", ""],
  parts.flatMap(({ goals }) => goals.map(goalCells)),
)}
${parts.map(writePart).join("")}`;
}

function writePart({ title, scale, notes, tables }: SavedPart): string {
  const sketchy = scale === "full" ? "" : " A quick run; take its figures for a hint.";
  return `
## ${title}

${notes.join(" ")}${sketchy}
${tables.map(writeTable).join("")}`;
}

function writeTable({ title, columns, rows }: Table): string {
  return `
${markdownTable(
  [title, ...columns],
  rows.map(({ name, figures }) => [name, ...figures.map(formatFigure)]),
)}
`;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
