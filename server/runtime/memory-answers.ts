import type { AnswerStore, Claim, OnceId } from "./answer-store.js";

/** Options of {@link memoryAnswers}. */
export interface MemoryAnswersOptions {
  /** Milliseconds for which a caller is remembered after its last call or answer. Default 120,000, which is the least. */
  readonly keepMs?: number;
  /**
   * Most calls that run or whose answers are kept. A further call is answered `overloaded`, for nothing may be forgotten
   * before its time. Default 100,000.
   */
  readonly maxCount?: number;
}

const leastKeepMs = 120_000;

/** Keeps answers in this process: what is used where the plugin is not given another store. */
export function memoryAnswers(options: MemoryAnswersOptions = {}): AnswerStore {
  return new MemoryAnswers(Math.max(options.keepMs ?? leastKeepMs, leastKeepMs), options.maxCount ?? 100_000);
}

/** One client object's calls. */
interface Caller {
  /** By number; `undefined` while it runs. */
  readonly answers: Map<number, string | undefined>;
  running: number;
  settledBelow: number;
  lastMs: number;
}

class MemoryAnswers implements AnswerStore {
  readonly #keepMs: number;
  readonly #maxCount: number;
  /** Those that were heard of last stand last. */
  readonly #callers = new Map<string, Caller>();
  #count = 0;

  constructor(keepMs: number, maxCount: number) {
    this.#keepMs = keepMs;
    this.#maxCount = maxCount;
  }

  claim(call: OnceId): Claim {
    this.#forgetOld();
    const caller = this.#callerOf(call);
    this.#settle(caller, call.settledBelow);
    const { answers } = caller;
    const answer = answers.get(call.number);
    if (answer !== undefined) return { answer };
    if (answers.has(call.number)) return "running";
    if (call.number < caller.settledBelow) return "settled";
    if (this.#count >= this.#maxCount) return "full";
    answers.set(call.number, undefined);
    caller.running++;
    this.#count++;
    return "claimed";
  }

  keep(call: OnceId, answer: string): void {
    const caller = this.#callerOf(call);
    // Settled while it ran: nobody asks.
    if (call.number < caller.settledBelow) this.release(call);
    else {
      if (caller.answers.get(call.number) === undefined) caller.running--;
      caller.answers.set(call.number, answer);
    }
  }

  release(call: OnceId): void {
    const caller = this.#callerOf(call);
    if (caller.answers.get(call.number) === undefined) caller.running--;
    if (caller.answers.delete(call.number)) this.#count--;
  }

  #callerOf({ channel, caller }: OnceId): Caller {
    const key = `${caller} ${channel}`;
    const known = this.#callers.get(key) ?? { answers: new Map(), running: 0, settledBelow: 0, lastMs: 0 };
    known.lastMs = performance.now();
    this.#callers.delete(key);
    this.#callers.set(key, known);
    return known;
  }

  #settle(caller: Caller, settledBelow: number): void {
    if (settledBelow <= caller.settledBelow) return;
    caller.settledBelow = settledBelow;
    for (const [number, answer] of caller.answers) {
      if (number >= settledBelow) break;
      // One that still runs goes when it is answered.
      if (answer !== undefined && caller.answers.delete(number)) this.#count--;
    }
  }

  #forgetOld(): void {
    const bound = performance.now() - this.#keepMs;
    for (const [key, { answers, running, lastMs }] of this.#callers) {
      if (lastMs > bound) return;
      if (running > 0) continue;
      this.#callers.delete(key);
      this.#count -= answers.size;
    }
  }
}
