import { invalid } from "../straight-line.js";

/** An array at whose items straight-line code gave up: those before it have passed. */
interface Stop {
  readonly line: unknown;
  readonly items: readonly unknown[];
  readonly passed: unknown[];
}

let stop: Stop | undefined;

/**
 * Gives an array up and notes what has passed, so that the words which look again need not ask `line` about it once more.
 *
 * @param line - What the items were asked.
 * @param passed - What it gave for the first ones.
 */
export function stopAt(line: unknown, items: readonly unknown[], passed: unknown[]): unknown {
  stop = { line, items, passed };
  return invalid;
}

/** What {@link stopAt} noted about the array; nothing where it gave up elsewhere. */
export function takePassed(line: unknown, items: unknown): unknown[] | undefined {
  if (stop === undefined || stop.items !== items || stop.line !== line) return undefined;
  const { passed } = stop;
  stop = undefined;
  return passed;
}

/** Lets go of the array, which nobody looks at again. */
export function forgetStop(): void {
  stop = undefined;
}
