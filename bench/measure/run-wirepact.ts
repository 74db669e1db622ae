import path from "node:path";
import { rootFolder } from "./folders.js";
import { type ProcessReport, runProcess } from "./run-process.js";

/** The generator's program, as `npx wirepact` would start it. */
export const wirepactProgram = path.join(rootFolder, "dist", "generator", "cli.js");

/** Runs `wirepact generate` in a folder. */
export function generate(folder: string, ...flags: readonly string[]): Promise<ProcessReport> {
  return runProcess(process.execPath, [wirepactProgram, "generate", ...flags], { cwd: folder });
}
