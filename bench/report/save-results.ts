import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { benchFolder } from "../measure/folders.js";
import type { Scale } from "../measure/scale.js";
import { drawChart } from "./draw-chart.js";
import type { PartResult } from "./part-result.js";
import { type Machine, readMachine } from "./read-machine.js";
import { writeReport } from "./write-report.js";

/** A part, and how thoroughly it was measured. */
export interface SavedPart extends PartResult {
  readonly scale: Scale["name"];
}

/** `results.json`: the last figures of each part. */
export interface Results {
  readonly machine: Machine;
  readonly parts: readonly SavedPart[];
}

const inBench = (name: string) => path.join(benchFolder, name);

/** Order of the report, whichever part ran last. */
const order = ["wire", "validation", "startup", "bundle", "types", "editor", "generator"];

/** Puts a part's figures in the place of its former ones, and renews the report and the chart. */
export async function saveResults(result: PartResult, scale: Scale): Promise<void> {
  const machine = readMachine();
  const saved: SavedPart = { ...result, scale: scale.name };
  const kept = (await readParts()).filter(({ part }) => part !== result.part);
  const parts = [...kept, saved].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
  await writeResults({ machine, parts });
}

/** Prints what `results.json` holds once more. */
export async function renewReport(): Promise<void> {
  // Written by this file.
  await writeResults(JSON.parse(await readFile(inBench("results.json"), "utf8")) as Results);
}

async function writeResults(results: Results): Promise<void> {
  await writeFile(inBench("results.json"), `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(inBench("RESULTS.md"), writeReport(results));
  await writeFile(inBench("results.svg"), drawChart(results));
}

async function readParts(): Promise<readonly SavedPart[]> {
  let text: string;
  try {
    text = await readFile(inBench("results.json"), "utf8");
  } catch {
    // The first run on this checkout.
    return [];
  }
  // Written by this file.
  return (JSON.parse(text) as Results).parts;
}
