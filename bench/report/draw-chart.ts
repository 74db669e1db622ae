import { type Bar, chartPanels, type Panel } from "./chart-panels.js";
import { formatValue } from "./format-figure.js";
import type { Results } from "./save-results.js";

const panelWidth = 440;
const gap = 32;
const nameWidth = 160;
const valueWidth = 70;
const barHeight = 18;
const barStep = 24;
const titleHeight = 46;

const style = `
    text { font: 13px system-ui, sans-serif; fill: #1f2328; }
    .title { font-weight: 600; }
    .note { font-size: 11px; fill: #656d76; }
    .bar { fill: #afb8c1; }
    .ours { fill: #0969da; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .note { fill: #8b949e; }
      .bar { fill: #484f58; }
      .ours { fill: #58a6ff; }
    }`;

/** Results → an SVG chart, two panels in a row; the same results give the same bytes. */
export function drawChart(results: Results): string {
  const panels = chartPanels(results);
  const rows = Math.ceil(panels.length / 2);
  const rowHeights = Array.from({ length: rows }, (_, row) =>
    Math.max(...panels.slice(row * 2, row * 2 + 2).map(panelHeight)),
  );
  const height = rowHeights.reduce((sum, one) => sum + one + gap, gap);
  const width = panelWidth * 2 + gap * 3;
  const drawn = panels.map((panel, index) => {
    const row = Math.floor(index / 2);
    const top = rowHeights.slice(0, row).reduce((sum, one) => sum + one + gap, gap);
    const left = gap + (index % 2) * (panelWidth + gap);
    return `  <g transform="translate(${left} ${top})">\n${drawPanel(panel)}  </g>\n`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="wirepact beside its peers">
  <style>${style}
  </style>
${drawn.join("")}</svg>
`;
}

function panelHeight({ bars }: Panel): number {
  return titleHeight + bars.length * barStep;
}

function drawPanel({ title, isLongerBetter, bars }: Panel): string {
  const longest = Math.max(...bars.map(({ figure }) => figure.median));
  const head = `    <text class="title" x="0" y="14">${escapeText(title)}</text>
    <text class="note" x="0" y="32">${isLongerBetter ? "longer is better" : "shorter is better"}</text>\n`;
  return head + bars.map((bar, index) => drawBar(bar, index, longest)).join("");
}

function drawBar({ name, figure }: Bar, index: number, longest: number): string {
  const top = titleHeight + index * barStep;
  const space = panelWidth - nameWidth - valueWidth;
  const length = Math.max(1, Math.round((figure.median / longest) * space));
  const baseline = top + barHeight - 4;
  const kind = name === "wirepact" ? "bar ours" : "bar";
  return `    <text x="${nameWidth - 8}" y="${baseline}" text-anchor="end">${escapeText(name)}</text>
    <rect class="${kind}" x="${nameWidth}" y="${top}" width="${length}" height="${barHeight}" rx="3"/>
    <text x="${nameWidth + length + 6}" y="${baseline}">${escapeText(formatValue(figure.median, figure.unit))}</text>\n`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
