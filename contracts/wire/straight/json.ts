import { describeForeign } from "../check/anything.js";

/** Levels of what is taken for JSON; the walker decides about deeper ones. */
const maxLevels = 256;

/**
 * Whether JSON carries the value as it is.
 *
 * @throws RangeError where it is nested very deep, or holds itself.
 */
export function isJson(value: unknown): boolean {
  return look(value, false, 0);
}

function look(value: unknown, isItem: boolean, level: number): boolean {
  if (describeForeign(value, isItem) !== undefined) return false;
  if (typeof value !== "object" || value === null) return true;
  if (level >= maxLevels) throw new RangeError();
  if (!Array.isArray(value)) return Object.values(value).every((item) => look(item, false, level + 1));
  // By index: a hole is an item too.
  for (let index = 0; index < value.length; index++) if (!look(value[index], true, level + 1)) return false;
  return true;
}
