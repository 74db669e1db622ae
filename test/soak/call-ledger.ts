import type { Result } from "wirepact/client";
import { isWireError } from "wirepact/client";

type CallName = "charge" | "look";

interface Entry {
  readonly startedAtMs: number;
  settledAtMs?: number;
  outcome?: { readonly code: string; readonly mayHaveRun: boolean } | "answered";
  timesRun: number;
}

/** How the calls of one name ended: `answered`, or the code that they failed with. */
export type Outcomes = Readonly<Record<string, number>>;

/** A run of a call that comes later than that after its end would be told as run twice. */
const keptMs = 60_000;

/** Holds what was called against what ran, and counts what docs/delivery.md does not allow. `charge` is idempotent. */
export class CallLedger {
  readonly outcomes: Record<CallName, Record<string, number>> = { charge: {}, look: {} };
  made = 0;
  /** Neither answered nor failed long after their deadline. */
  lost = 0;
  runTwice = 0;
  /** Answered without a run, or not by it; said not to have run and did; failed without a code, or without a reason. */
  readonly untrue: string[] = [];
  readonly #entries = new Map<string, Entry>();
  readonly #kills: number[] = [];

  /** Makes the call and notes down how it ends. */
  async call(name: CallName, order: number, make: () => Promise<Result<string, unknown>>): Promise<void> {
    const key = `${name} ${order}`;
    const entry: Entry = { startedAtMs: performance.now(), timesRun: 0 };
    this.#entries.set(key, entry);
    this.made++;
    const result = await make();
    entry.settledAtMs = performance.now();
    if (result.ok) {
      entry.outcome = "answered";
      if (result.value !== key) this.untrue.push(`${key} was answered ${result.value}`);
    } else if (isWireError(result.error)) {
      const { code, mayHaveRun } = result.error;
      entry.outcome = { code, mayHaveRun };
    } else this.untrue.push(`${key} failed with ${result.error}`);
    const ending = typeof entry.outcome === "object" ? entry.outcome.code : (entry.outcome ?? "no code");
    this.outcomes[name][ending] = (this.outcomes[name][ending] ?? 0) + 1;
  }

  /** A handler has begun, `charge 7`. */
  hearRun(run: string): void {
    const entry = this.#entries.get(run);
    // It was forgotten: see keptMs.
    if (!entry || ++entry.timesRun === 2) this.runTwice++;
  }

  hearKill(): void {
    this.#kills.push(performance.now());
  }

  /** Checks what ended a while ago, and forgets it; with `isOver` all that there is. */
  settle(deadlineMs: number, isOver = false): void {
    const now = performance.now();
    for (const [key, entry] of this.#entries) {
      const { startedAtMs, settledAtMs } = entry;
      const isDue = settledAtMs === undefined ? startedAtMs + deadlineMs < now : settledAtMs + keptMs < now;
      if (!isDue && !isOver) continue;
      this.#entries.delete(key);
      if (settledAtMs === undefined) this.lost++;
      else this.#check(key, entry, settledAtMs);
    }
  }

  #check(key: string, { outcome, timesRun, startedAtMs }: Entry, settledAtMs: number): void {
    if (outcome === "answered" && timesRun === 0) this.untrue.push(`${key} was answered and has not run`);
    if (typeof outcome !== "object") return;
    const { code, mayHaveRun } = outcome;
    if (!mayHaveRun && timesRun > 0) this.untrue.push(`${key} has run, and failed with ${code} as if not`);
    if (!key.startsWith("charge")) return;
    // Only a process that was killed leaves an idempotent call without its answer.
    const killed = this.#kills.some((atMs) => atMs >= startedAtMs && atMs <= settledAtMs);
    if (code !== "timeout" || !killed)
      this.untrue.push(`${key} failed with ${code}, and no process was killed`);
  }
}
