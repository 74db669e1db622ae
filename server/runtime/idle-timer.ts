import { longestDelayMs } from "../../contracts/wire/index.js";

/** Tells of a silence: of so many milliseconds without a restart. */
export class IdleTimer {
  readonly #timeoutMs: number | undefined;
  readonly #tell: () => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param timeoutMs - Absent: it never tells. */
  constructor(timeoutMs: number | undefined, tell: () => void) {
    this.#timeoutMs = timeoutMs;
    this.#tell = tell;
  }

  restart(): void {
    if (this.#timeoutMs === undefined) return;
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(this.#tell, Math.min(this.#timeoutMs, longestDelayMs));
  }

  /** Until the next restart. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
