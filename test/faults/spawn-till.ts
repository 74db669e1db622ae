import { onTestFinished } from "vitest";
import { type Runs, type RunTillOptions, runTill, type SpawnedTill } from "./run-till.js";

export type { Runs, SpawnedTill } from "./run-till.js";

/** {@link runTill}, until the test ends. */
export function spawnTill(runs: Runs, options: RunTillOptions = {}): Promise<SpawnedTill> {
  return runTill(runs, options, onTestFinished);
}
