import { maxCredit } from "./stream-protocol.js";

/** What items come from: a generator, an array, a Node stream. */
export type ItemSource = AsyncIterable<unknown, unknown> | Iterable<unknown, unknown>;

/** The writing end of a stream: asks its source for an item only when the reader takes one and there is a way to it. */
export class ItemWriter {
  #credit: number;
  readonly #isCongested: (resume: () => void) => boolean;
  #iterator: AsyncIterator<unknown, unknown> | Iterator<unknown, unknown> | undefined;
  #resume: (() => void) | undefined;
  #isOver = false;

  /**
   * @param isCongested - Whether the way to the reader is full; then it has to call `resume` once it is free. Asked before each
   *   item.
   */
  constructor(credit: number, isCongested: (resume: () => void) => boolean = () => false) {
    this.#credit = credit;
    this.#isCongested = isCongested;
  }

  /** Whether the reader is the slower one, as far as is known here. */
  get isHeldBack(): boolean {
    return this.#credit === 0;
  }

  /** Takes a grant of the reader's. False for one that no reader can mean. */
  grant(count: unknown): boolean {
    if (!isCredit(count) || count === 0 || this.#credit + count > maxCredit) return false;
    this.#credit += count;
    this.#proceed();
    return true;
  }

  /**
   * Sends everything. Settles with what the source returns, at once with nothing when it is stopped, and rejects with what
   * the source or `send` throws, or promises and does not keep.
   */
  async write(source: ItemSource, send: (item: unknown) => unknown): Promise<unknown> {
    const iterator =
      Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
    this.#iterator = iterator;
    if (this.#isOver) await iterator.return?.();
    while (!this.#isOver) {
      if (this.#credit === 0 || this.#isCongested(this.#proceed)) {
        await new Promise<void>((resolve) => {
          this.#resume = resolve;
        });
        continue;
      }
      const step = await iterator.next();
      if (this.#isOver) break;
      if (step.done) {
        this.#isOver = true;
        return step.value;
      }
      this.#credit--;
      const sending = send(step.value);
      if (sending) await sending;
    }
    return undefined;
  }

  readonly #proceed = (): void => this.#resume?.();

  /** Lets go of the source: its `finally` runs at once if it waits at a `yield`, else as soon as it comes to one. */
  async stop(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#proceed();
    await this.#iterator?.return?.();
  }
}

/** Whether a value is a number of items. */
export function isCredit(count: unknown): count is number {
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 && count <= maxCredit;
}
