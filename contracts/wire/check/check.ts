import type { Run, Walk } from "./walk.js";

/** What the absence of a key means to a schema: it may be, or something takes its place. Else it is missing. */
export type Absence = "allowed" | "filled";

/**
 * A word of a check: a function of a value, and what an object or a tuple has to know of it. One function serves
 * both ways: it writes when `walk.isWriting`, else it reads. Whatever a word needs lives with it, so that a bundler
 * keeps the words that a contract uses, and no others.
 */
export interface Check extends Run {
  /** zod's `optin`. */
  readonly absence?: Absence | undefined;
  /** zod's `optout`: whether the key may be absent from what is read. */
  readonly mayVanish?: boolean;
  /** For items of an array: what became of the first ones, where straight-line code has passed them already. */
  readonly passed?: (items: unknown, walk: Walk) => unknown[] | undefined;
}

/**
 * A check on a string, a number, an array: a function of a value that has the right type already.
 */
export interface Step extends Run {
  /**
   * Set for a check of a length: it runs, as zod has it, on anything that has a length, wrong types too. More than so
   * many items are not looked at.
   */
  readonly limit?: number;
}

/** A node with other facts: for schemas that get theirs from within, through a name or a union. */
export function field(absence: Absence | undefined, mayVanish: boolean, node: Check): Check {
  const run: Run = (value, walk) => node(value, walk);
  return Object.assign(run, { absence, mayVanish });
}

/** The author's own text, in place of what a node or a step says itself. */
export function says<Word extends Check | Step>(text: string, word: Word): Word {
  const run: Run = (value, walk, _says, start) => word(value, walk, text, start);
  return Object.assign(run, word);
}
