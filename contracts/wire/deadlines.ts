/** Longest delay that a timer takes, in milliseconds (2^31 - 1, or 24.8 days); beyond it timers fire at once. */
export const longestDelayMs = 2 ** 31 - 1;

// What every JavaScript runtime has; this folder knows the types of none.
declare const performance: { now(): number };
declare function setTimeout(callback: () => void, delayMs: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** A deadline under way; {@link clearDeadline} ends it. */
export interface Deadline {
  readonly line: Line;
  readonly dueMs: number;
  readonly onDue: () => void;
  previous: Deadline | undefined;
  next: Deadline | undefined;
  isOver: boolean;
}

/** Deadlines of one duration: the first to begin is the first to end, so one timer serves them all. */
interface Line {
  readonly durationMs: number;
  first: Deadline | undefined;
  last: Deadline | undefined;
  timer: unknown;
}

const lines = /* @__PURE__ */ new Map<number, Line>();

/** Calls `onDue` after so many milliseconds. A call costs a place in a line, not a timer. */
export function setDeadline(timeoutMs: number, onDue: () => void): Deadline {
  const durationMs = Math.min(timeoutMs, longestDelayMs);
  let line = lines.get(durationMs);
  if (!line) {
    line = { durationMs, first: undefined, last: undefined, timer: undefined };
    lines.set(durationMs, line);
    arm(line, durationMs);
  }
  const { last } = line;
  const dueMs = performance.now() + durationMs;
  const deadline: Deadline = { line, dueMs, onDue, previous: last, next: undefined, isOver: false };
  if (last) last.next = deadline;
  else line.first = deadline;
  line.last = deadline;
  return deadline;
}

/** Ends a deadline; does nothing for one that is over. The last one takes its timer along. */
export function clearDeadline(deadline: Deadline | undefined): void {
  if (!deadline || deadline.isOver) return;
  deadline.isOver = true;
  const { line, previous, next } = deadline;
  if (previous) previous.next = next;
  else line.first = next;
  if (next) next.previous = previous;
  else line.last = previous;
  if (line.first) return;
  clearTimeout(line.timer);
  lines.delete(line.durationMs);
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
    clearDeadline(first);
    first.onDue();
  }
}
