import { takePassed } from "../straight/stopped.js";
import { invalid, type StraightLine } from "../straight-line.js";
import type { Check } from "./check.js";
import type { Run, Walk } from "./walk.js";

/** A check of one among many: straight-line code settles those that pass, so that few are walked through. */
export function lined(line: StraightLine, check: Check): Check {
  const run: Run = (value, walk, says) => {
    const result = settle(walk.isWriting ? line.write : line.read, value);
    return result === invalid ? check(value, walk, says) : result;
  };
  const passed = (items: unknown, { isWriting }: Walk) =>
    takePassed(isWriting ? line.write : line.read, items);
  return Object.assign(run, { absence: check.absence, mayVanish: check.mayVanish ?? false, passed });
}

function settle(line: StraightLine["read"], value: unknown): unknown {
  try {
    return line ? line(value) : invalid;
  } catch {
    // Too deep, or a getter that throws: the check has words for it.
    return invalid;
  }
}
