import type { Check } from "./check.js";
import { enter, report, reportType, runAt } from "./walk.js";

/** A tuple, and what any further items are. Of what is written, `undefined` at the end is left off: it would travel as `null`. */
export function tuple(items: readonly Check[], rest?: Check): Check {
  const mayBeAbsentFrom = lastIndex(items, ({ absence }) => !absence) + 1;
  const mayVanishFrom = lastIndex(items, (item) => !item.mayVanish) + 1;
  return (value, walk, says) => {
    if (!Array.isArray(value)) return reportType(walk, says, "tuple", value);
    let given = value.length;
    if (walk.isWriting) {
      while (given > mayBeAbsentFrom && given <= items.length && value[given - 1] === undefined) given--;
    }
    if (!rest && given < mayBeAbsentFrom) {
      report(walk, says, "too_small", `Too small: expected array to have >=${mayBeAbsentFrom} items`);
      return value;
    }
    if (!rest && given > items.length) {
      report(walk, says, "too_big", `Too big: expected array to have <=${items.length} items`);
    }
    enter(walk);
    const output: unknown[] = [];
    // zod reports what follows the declared items before these.
    const more: unknown[] = [];
    if (rest) for (let i = items.length; i < given; i++) more.push(runAt(rest, value[i], i, walk));
    for (const [index, item] of items.entries()) {
      const mayVanish = index >= given && index >= mayVanishFrom;
      if (mayVanish && item.absence === "allowed") break;
      const start = walk.found.length;
      const result = runAt(item, value[index], index, walk);
      if (mayVanish && walk.found.length > start) {
        walk.found.length = start;
        break;
      }
      output.push(result);
    }
    while (output.length > given && output.at(-1) === undefined && items[output.length - 1]?.mayVanish) {
      output.pop();
    }
    // Nothing is written in the place of what is absent.
    if (walk.isWriting && !rest) output.length = Math.min(output.length, given);
    walk.depth--;
    return output.concat(more);
  };
}

function lastIndex(items: readonly Check[], test: (item: Check) => boolean): number {
  return items.map(test).lastIndexOf(true);
}
