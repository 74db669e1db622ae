/** Longest delay that a timer takes, in milliseconds (2^31 - 1, or 24.8 days); beyond it timers fire at once. */
export const longestDelayMs = 2 ** 31 - 1;

// What every JavaScript runtime has; this folder knows the types of none.
declare const performance: { now(): number };
declare function setTimeout(callback: () => void, delayMs: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** Deadlines of one duration: the first to begin is the first to end, so one timer serves them all. */
interface Line {
  readonly durationMs: number;
  first: Deadline | undefined;
  last: Deadline | undefined;
  timer: unknown;
}

const lines = /* @__PURE__ */ new Map<number, Line>();

/** Something that ends by itself after a while. It costs a place in a line, not a timer. */
export abstract class Deadline {
  /** There while the deadline is under way. */
  line: Line | undefined = undefined;
  dueMs = 0;
  previous: Deadline | undefined = undefined;
  next: Deadline | undefined = undefined;

  /** Called once, when the time is up. */
  abstract onDue(): void;

  /** Starts it, once. */
  begin(timeoutMs: number): void {
    const durationMs = Math.min(timeoutMs, longestDelayMs);
    let line = lines.get(durationMs);
    if (!line) {
      line = { durationMs, first: undefined, last: undefined, timer: undefined };
      lines.set(durationMs, line);
      arm(line, durationMs);
    }
    this.line = line;
    this.dueMs = performance.now() + durationMs;
    this.previous = line.last;
    if (line.last) line.last.next = this;
    else line.first = this;
    line.last = this;
  }

  /** Ends it before its time, if it is under way. The last one of a duration takes the timer along. */
  clear(): void {
    const { line, previous, next } = this;
    if (!line) return;
    this.line = undefined;
    if (previous) previous.next = next;
    else line.first = next;
    if (next) next.previous = previous;
    else line.last = previous;
    if (line.first) return;
    clearTimeout(line.timer);
    lines.delete(line.durationMs);
  }
}

class Callback extends Deadline {
  readonly onDue: () => void;

  constructor(onDue: () => void) {
    super();
    this.onDue = onDue;
  }
}

/** Calls `onDue` after so many milliseconds, unless it is cleared. */
export function setDeadline(timeoutMs: number, onDue: () => void): Deadline {
  const deadline = new Callback(onDue);
  deadline.begin(timeoutMs);
  return deadline;
}

function arm(line: Line, delayMs: number): void {
  line.timer = setTimeout(() => expire(line), delayMs);
}

function expire(line: Line): void {
  const now = performance.now();
  for (let { first } = line; first; { first } = line) {
    const leftMs = first.dueMs - now;
    if (leftMs > 0) {
      // At least one: a timer may come a fraction of a millisecond early.
      arm(line, Math.ceil(leftMs));
      return;
    }
    first.clear();
    first.onDue();
  }
}
