import * as client from "prom-client";
import { type Observer, promMetrics } from "wirepact/server";

/** Metrics of a test's own. */
export interface Meter {
  readonly observer: Observer;
  /** Every value of a metric, by its labels' values: `{ "arena add ok": 1 }`. */
  readonly read: (name: string) => Promise<Readonly<Record<string, number>>>;
  /** What a scrape gets. */
  readonly scrape: () => Promise<string>;
}

export function makeMeter(): Meter {
  const registry = new client.Registry();
  return {
    observer: promMetrics(client, { registry }),
    scrape: () => registry.metrics(),
    read: async (name) => {
      const metrics = await registry.getMetricsAsJSON();
      // prom-client's types leave out what a histogram's values are named.
      const values = (metrics.find((metric) => metric.name === `wirepact_${name}`)?.values ??
        []) as readonly Value[];
      const isCount = ({ metricName }: Value) => metricName === undefined || metricName.endsWith("_count");
      return Object.fromEntries(
        values.filter(isCount).map(({ labels, value }) => [Object.values(labels).join(" "), value]),
      );
    },
  };
}

interface Value {
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
  readonly metricName?: string;
}
