import type { Check } from "./check/check.js";
import { maxWalkDepth, type Walk } from "./check/walk.js";
import { shortenIssues } from "./issue.js";
import type { PayloadCheck, Validation } from "./validation.js";

/**
 * Validates without zod: what the words of `make` say, with zod's verdicts, values, issues and English texts.
 *
 * - `read` is `schema.safeParse`: a fresh value, undeclared keys gone, defaults filled in, text trimmed.
 * - `write` applies the same checks and gives back what may travel: undeclared keys and `undefined` fields are
 *   left out, coerced values are converted, what JSON lacks takes its wire form, and all else stays as it was,
 *   since the reader fills in defaults and trims text by itself. What `.catch()` would replace is an issue here.
 *   `read` takes whatever `write` gives.
 *
 * The author's own code (`refine`, `transform`) runs on the server only and is passed over. A value of more
 * than 512 levels is the one issue `too_deep`; an intersection whose sides yield different values, where zod
 * throws, is the one issue `unmergeable`; a value that throws where it is read, the one issue `unreadable`.
 * Issues are as short and as few as those that cross the wire. Never throws.
 *
 * @param make - Makes the check of the words that the generator printed; called with the first payload.
 */
export function payloadCheck(make: () => Check): PayloadCheck {
  let check: Check | undefined;
  const run = (value: unknown, isWriting: boolean): Validation => {
    const walk: Walk = { found: [], isWriting, depth: 0 };
    check ??= make();
    try {
      const result = check(value, walk);
      if (!walk.refusal && walk.found.length === 0) return { ok: true, value: result };
    } catch (error) {
      walk.refusal ??= isStackOverflow(error)
        ? { code: "too_deep", message: `Too deep: expected at most ${maxWalkDepth} levels` }
        : { code: "unreadable", message: "Cannot be read" };
    }
    for (const { path } of walk.found) path.reverse();
    return { ok: false, issues: shortenIssues(walk.refusal ? [walk.refusal] : walk.found) };
  };
  return { write: (value) => run(value, true), read: (value) => run(value, false) };
}

/** The stack of the caller may be nearly used up already; Firefox has a class of its own for it. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof Error && /^(Range|Internal)Error$/.test(error.name);
}
