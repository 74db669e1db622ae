import { firstWindow, maxCredit } from "./stream-protocol.js";

/** What a reader tells its writer. */
export interface ReaderSignals {
  /** So many more items may come. */
  readonly grant: (count: number) => void;
  /** The reader has left before the end. */
  readonly leave: () => void;
  /** An item was taken. */
  readonly take?: () => void;
}

/** How the items end: with what the last `next()` gives, or throws. */
export type Ending =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown };

type Step = IteratorResult<unknown, unknown>;

/**
 * The reading end of a stream. It holds at most a window of items that nobody has asked for yet, and grants new ones as
 * they are taken. The window starts narrow and doubles while the reader keeps up, that is, once it has waited for an item
 * after a window's worth of them: a long way to the other side does not slow a fast pair down then, and what a slow
 * reader leaves lying stays little.
 */
export class ItemReader implements AsyncIterableIterator<unknown, unknown, undefined> {
  readonly #signals: ReaderSignals;
  readonly #items: unknown[] = [];
  readonly #waiting: { readonly resolve: (step: Step) => void; readonly reject: (error: unknown) => void }[] =
    [];
  #isOver = false;
  /** Not told yet. */
  #ending: Ending | undefined;
  #window = firstWindow;
  /** Granted, and still to come. With what is held and what is taken it makes up the window. */
  #outstanding = firstWindow;
  /** Taken, and not granted anew yet. */
  #taken = 0;
  /** Taken since the window was last widened. */
  #takenInAll = 0;

  /** The writer begins with a credit of `firstWindow`, which its maker grants. */
  constructor(signals: ReaderSignals) {
    this.#signals = signals;
  }

  /** Whether one more item was granted; to be asked before an item is looked at. */
  get mayPush(): boolean {
    return this.#outstanding > 0;
  }

  /** Takes an item off the wire. */
  push(item: unknown): void {
    this.#outstanding--;
    const waiting = this.#waiting.shift();
    if (waiting) {
      waiting.resolve({ done: false, value: item });
      this.#count();
    } else if (!this.#isOver) this.#items.push(item);
  }

  /** Ends the items behind those that have come. */
  end(ending: Ending): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ending = ending;
    for (const { resolve, reject } of this.#waiting.splice(0)) this.#finish().then(resolve, reject);
  }

  /** Ends the items at once: those that nobody has asked for are dropped. */
  discard(ending: Ending): void {
    this.#items.length = 0;
    if (!this.#isOver) this.end(ending);
    else if (this.#ending) this.#ending = ending;
  }

  async next(): Promise<Step> {
    if (this.#items.length > 0) {
      const value = this.#items.shift();
      this.#count();
      return { done: false, value };
    }
    if (this.#isOver) return this.#finish();
    const step = new Promise<Step>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    if (this.#takenInAll >= this.#window && this.#window < maxCredit) this.#widen();
    return step;
  }

  async return(value?: unknown): Promise<Step> {
    const isEarly = !this.#isOver;
    this.discard({ ok: true, value: undefined });
    if (isEarly) this.#signals.leave();
    return { done: true, value };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Told once; whoever asks again is told that it is over. */
  async #finish(): Promise<Step> {
    const ending = this.#ending;
    this.#ending = undefined;
    if (ending?.ok === false) throw ending.error;
    return { done: true, value: ending?.value };
  }

  #count(): void {
    this.#signals.take?.();
    this.#taken++;
    this.#takenInAll++;
    // Half a window at a time: a grant for each item would double the packets.
    if (!this.#isOver && this.#taken * 2 >= this.#window) this.#grant();
  }

  #widen(): void {
    this.#takenInAll = 0;
    this.#taken += this.#window;
    this.#window *= 2;
    this.#grant();
  }

  #grant(): void {
    const count = this.#taken;
    this.#taken = 0;
    this.#outstanding += count;
    this.#signals.grant(count);
  }
}
