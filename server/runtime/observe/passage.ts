import type { RunObserver } from "./observer.js";
import type { Watch } from "./watch.js";

/** One run, as all observers see it that look at it: begun once, ended once. */
export class Passage {
  readonly #watch: Watch;
  readonly #runs: readonly RunObserver[];
  #isOver = false;

  constructor(watch: Watch, runs: readonly RunObserver[]) {
    this.#watch = watch;
    this.#runs = runs;
  }

  /** Runs `run` within all of them, the first outermost. */
  within<Result>(run: () => Result): Result {
    return this.#runs.reduceRight<() => Result>(
      (inner, observer) => (observer.within === undefined ? inner : () => this.#surround(observer, inner)),
      run,
    )();
  }

  end(code: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const observer of this.#runs) this.#watch.guard(() => observer.end?.(code));
  }

  /** `run` runs exactly once and its outcome is its own, whatever the observer makes of it. */
  #surround<Result>(observer: RunObserver, run: () => Result): Result {
    let outcome: { readonly value: Result } | { readonly error: unknown } | undefined;
    const once = (): Result => {
      outcome ??= attempt(run);
      if ("error" in outcome) throw outcome.error;
      return outcome.value;
    };
    try {
      observer.within?.(once);
    } catch (error) {
      if (!isOutcome(outcome, error)) this.#watch.report(error);
    }
    return once();
  }
}

function attempt<Result>(run: () => Result): { readonly value: Result } | { readonly error: unknown } {
  try {
    return { value: run() };
  } catch (error) {
    return { error };
  }
}

function isOutcome(outcome: object | undefined, error: unknown): boolean {
  return outcome !== undefined && "error" in outcome && outcome.error === error;
}
