import type { Figure } from "./part-result.js";
import type { Results } from "./save-results.js";

/** A few bars side by side. */
export interface Panel {
  readonly title: string;
  /** What is longer: better or worse. */
  readonly isLongerBetter: boolean;
  readonly bars: readonly Bar[];
}

/** A stack's figure. */
export interface Bar {
  readonly name: string;
  readonly figure: Figure;
}

interface PanelSource {
  readonly part: string;
  /** How its table's title begins. */
  readonly table: string;
  readonly column: string;
  readonly title: string;
  readonly isLongerBetter: boolean;
}

const sources: readonly PanelSource[] = [
  {
    part: "wire",
    table: "tiny: calls per second",
    column: "1 × 100",
    title: "Small calls per second, 100 in flight (× raw Socket.IO)",
    isLongerBetter: true,
  },
  {
    part: "wire",
    table: "chat: calls per second",
    column: "1 × 100",
    title: "Chat calls per second, 100 in flight (× raw Socket.IO)",
    isLongerBetter: true,
  },
  {
    part: "bundle",
    table: "kB of gzip above",
    column: "10 calls",
    title: "What ten validated calls add to the page",
    isLongerBetter: false,
  },
  {
    part: "editor",
    table: "Completion",
    column: "right after an edit",
    title: "Completion after an edit in a client of many calls",
    isLongerBetter: false,
  },
];

/** The figures that the chart shows, as far as they have been measured. */
export function chartPanels({ parts }: Results): readonly Panel[] {
  return sources.flatMap(({ part, table: begins, column, title, isLongerBetter }) => {
    const table = parts.find((one) => one.part === part)?.tables.find((one) => one.title.startsWith(begins));
    if (table === undefined) return [];
    const index = table.columns.indexOf(column);
    const bars = table.rows.flatMap(({ name, figures }) => {
      const found = figures[index];
      return found ? [{ name, figure: found }] : [];
    });
    return bars.length === 0 ? [] : [{ title, isLongerBetter, bars }];
  });
}
