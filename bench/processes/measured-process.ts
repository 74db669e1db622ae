import { type ChildProcess, fork } from "node:child_process";
import type { Answer, Order } from "./messages.js";

/** A process of this part, and what it says. */
export class MeasuredProcess {
  readonly #child: ChildProcess;
  /** Whoever waits for an answer; one at a time. */
  #take: (answer: Answer) => void = () => {};
  #fail: (error: Error) => void = () => {};

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on("message", (answer: Answer) => this.#take(answer));
    child.once("exit", (code) => this.#fail(new Error(`A measured process ended with ${code}.`)));
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
  #next<Key extends string>(key: Key): Promise<Extract<Answer, Readonly<Record<Key, number>>>> {
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      this.#take = (answer) => {
        // It has the key.
        if (key in answer) resolve(answer as Extract<Answer, Readonly<Record<Key, number>>>);
      };
    });
  }

  hears() {
    return this.#next("heard");
  }

  stop(): void {
    this.#child.kill("SIGKILL");
  }
}
