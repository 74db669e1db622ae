import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Answer, Order } from "./messages.js";

/** A process of this part, and what it says. */
export class MeasuredProcess {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Settles with the process and the port that it serves on. */
  static async start(program: string, ...args: readonly string[]) {
    const measured = new MeasuredProcess(fork(program, args, { execArgv: ["--expose-gc"] }));
    const { port } = await measured.#next("port");
    return { measured, port };
  }

  async ask<Key extends string>(order: Order, key: Key) {
    const answer = this.#next(key);
    this.#child.send(order);
    return answer;
  }

  tell(order: Order): void {
    this.#child.send(order);
  }

  /** The next answer that has the key. */
  async #next<Key extends string>(key: Key): Promise<Extract<Answer, Readonly<Record<Key, number>>>> {
    for (;;) {
      const [answer] = await Promise.race([once(this.#child, "message"), this.#ended()]);
      // It has the key.
      if (key in answer) return answer;
    }
  }

  hears() {
    return this.#next("heard");
  }

  async #ended(): Promise<never> {
    const [code] = await once(this.#child, "exit");
    throw new Error(`A measured process ended with ${code}.`);
  }

  stop(): void {
    this.#child.kill("SIGKILL");
  }
}
