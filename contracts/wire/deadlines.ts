/** Longest delay that a timer takes, in milliseconds (2^31 - 1, or 24.8 days); beyond it timers fire at once. */
export const longestDelayMs = 2 ** 31 - 1;

// What every JavaScript runtime has; this folder knows the types of none.
declare const performance: { now(): number };
declare function setTimeout(callback: () => void, delayMs: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** Deadlines of one duration, in order: the first to begin is the first to end, so one timer serves them all. */
interface Line extends Set<Deadline> {
  timer?: unknown;
}

let lines = /* @__PURE__ */ new Map<number, Line>();
/** Whose timers the lines have: tests put clocks of their own in the place of the real one, and take them away again. */
let clock: unknown;

/** Something that ends by itself after a while. It costs a place in a line, not a timer. */
export class Deadline {
  line: Line | undefined = undefined;
  durationMs = 0;
  dueMs = 0;

  /** Called once, when the time is up. */
  onDue(): void {}

  /** Starts it, once. */
  begin(timeoutMs: number): void {
    const durationMs = Math.min(timeoutMs, longestDelayMs);
    if (clock !== setTimeout) lines = new Map();
    clock = setTimeout;
    let line = lines.get(durationMs);
    if (!line) {
      line = new Set();
      lines.set(durationMs, line);
      arm(line, durationMs);
    }
    this.line = line;
    this.durationMs = durationMs;
    this.dueMs = performance.now() + durationMs;
    line.add(this);
  }

  /** Ends it before its time, if it is under way. The last one of a duration takes the timer along. */
  clear(): void {
    const { line, durationMs } = this;
    if (!line?.delete(this) || line.size > 0) return;
    clearTimeout(line.timer);
    if (lines.get(durationMs) === line) lines.delete(durationMs);
  }
}

/** Calls `onDue` after so many milliseconds, unless it is cleared. */
export function setDeadline(timeoutMs: number, onDue: () => void): Deadline {
  const deadline = Object.assign(new Deadline(), { onDue });
  deadline.begin(timeoutMs);
  return deadline;
}

function arm(line: Line, delayMs: number): void {
  line.timer = setTimeout(() => {
    const now = performance.now();
    for (const deadline of line) {
      const leftMs = deadline.dueMs - now;
      if (leftMs > 0) {
        // At least one: a timer may come a fraction of a millisecond early.
        arm(line, Math.ceil(leftMs));
        return;
      }
      deadline.clear();
      deadline.onDue();
    }
  }, delayMs);
}
