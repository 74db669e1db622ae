import { type Samples, samplesOf } from "../measure/interleave.js";
import { ratios, summarise } from "../measure/summary.js";
import { type Figure, figure, type Table, type Unit } from "../report/part-result.js";
import type { CallSample, Scenario } from "./measure-calls.js";
import { rawSocketIo } from "./start-peers.js";

/** A load, and what was found under it. */
export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly samples: Samples<CallSample>;
}

/** Figures of a sample, by what they measure. */
export type Measure = keyof CallSample;

/** What a call's table says: `tiny` under a measure, one column for each load. */
export function ratioTable(
  title: string,
  results: readonly ScenarioResult[],
  measure: Measure,
  names: readonly string[],
): Table {
  return {
    title,
    columns: results.map(({ scenario }) => scenario.label),
    rows: names.map((name) => ({
      name,
      figures: results.map(({ samples }) =>
        figure(ratios(valuesOf(samples, name, measure), valuesOf(samples, rawSocketIo, measure)), "×"),
      ),
    })),
  };
}

/** What the ratios are ratios to. */
export function baseTable(results: readonly ScenarioResult[]): Table {
  const absolute = (result: ScenarioResult, measure: Measure, unit: Unit): Figure | null => {
    const values = valuesOf(result.samples, rawSocketIo, measure);
    return values.some(Number.isNaN) ? null : figure(summarise(values), unit);
  };
  return {
    title: `${rawSocketIo} itself`,
    columns: ["calls", "server CPU per call", "p50"],
    rows: results.map((result) => ({
      name: `${result.scenario.call}, ${result.scenario.label}`,
      figures: [
        absolute(result, "perSecond", "/s"),
        absolute(result, "serverCpuUs", "µs"),
        absolute(result, "latencyUs", "µs"),
      ],
    })),
  };
}

/** One measure of a stack, round by round. */
export function valuesOf(samples: Samples<CallSample>, name: string, measure: Measure): readonly number[] {
  return samplesOf(samples, name).map((sample) => sample[measure]);
}
