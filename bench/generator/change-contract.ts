import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { OperationGroup } from "../many/operations.js";

/** Changes a limit in a contract, so that its channel's files change; each time to another one. */
export function changeContract(folder: string, group: OperationGroup, change: number): void {
  const file = path.join(folder, "contracts", `${group.name}.ts`);
  const text = readFileSync(file, "utf8");
  const changed = text.replace(
    /z\.uuid\(\)|z\.string\(\)\.length\(\d+\)/,
    `z.string().length(${36 + change})`,
  );
  if (changed === text) throw new Error(`Nothing to change in ${file}.`);
  writeFileSync(file, changed);
}
