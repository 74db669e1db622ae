import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const patienceMs = 30_000;

/** A program of the example as its own process, as the npm scripts start it. */
export class ExampleProcess {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #exitCode: Promise<number | null>;
  #output = "";
  #errors = "";
  #wake: () => void = () => {};

  /** @param script - Path from the project's root. */
  constructor(script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
    this.#process = spawn(process.execPath, ["--import", "tsx", script, ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1", ...env },
    });
    this.#process.stdout.setEncoding("utf8").on("data", (text: string) => {
      this.#output += text;
      this.#wake();
    });
    this.#process.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#errors += text;
    });
    this.#exitCode = new Promise((resolve) => this.#process.once("close", resolve));
  }

  get output(): string {
    return this.#output;
  }

  get errors(): string {
    return this.#errors;
  }

  enter(line: string): void {
    this.#process.stdin.write(`${line}\n`);
  }

  endInput(): void {
    this.#process.stdin.end();
  }

  /** Waits until the output matches. */
  async prints(pattern: RegExp): Promise<RegExpExecArray> {
    const deadlineMs = Date.now() + patienceMs;
    for (;;) {
      const match = pattern.exec(this.#output);
      if (match !== null) return match;
      if (Date.now() > deadlineMs) throw new Error(`No ${pattern} in:\n${this.#output}${this.#errors}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patienceMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Waits for the end; settles with the exit code. */
  exits(): Promise<number | null> {
    return this.#exitCode;
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  /** Ends the process if it has not ended. */
  async stop(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#exitCode;
  }
}
