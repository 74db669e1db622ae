/** What is used of the package `prom-client`, which is handed in: the server loads nothing that is not asked for. */
export interface PromClient {
  readonly register: object;
  readonly Counter: new (options: PromOptions) => PromCounter;
  readonly Gauge: new (options: PromOptions & { collect?: () => void }) => PromGauge;
  readonly Histogram: new (options: PromOptions & { buckets?: number[] }) => PromHistogram;
}

/** What a metric is made with. */
export interface PromOptions {
  name: string;
  help: string;
  labelNames: string[];
  // Its own class, which has to be named by nobody: `Registry` of prom-client.
  registers: never[];
}

export interface PromCounter {
  labels(...values: string[]): { inc(): void };
}

export interface PromGauge {
  reset(): void;
  labels(...values: string[]): { inc(): void; dec(): void; set(value: number): void };
}

export interface PromHistogram {
  labels(...values: string[]): { observe(value: number): void };
}
