import { spawn } from "node:child_process";

/** How a process ended, and what it said. */
export interface ProcessReport {
  readonly stdout: string;
  readonly seconds: number;
}

/** Options of {@link runProcess}. */
export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end; rejects when that is not a good one. */
export function runProcess(
  program: string,
  args: readonly string[],
  options: ProcessOptions = {},
): Promise<ProcessReport> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - start) / 1_000;
      if (code === 0) resolve({ stdout, seconds });
      else reject(new Error(`${program} ${args.join(" ")} ended with ${code}:\n${stdout}\n${stderr}`));
    });
  });
}
