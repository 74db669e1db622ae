import type { Check } from "./check.js";
import { report, runApart, type Walk } from "./walk.js";

/**
 * A union whose options' forms could be mistaken for one another: what travels is `[number of the option, form]`.
 * Written is by the first option that passes.
 */
export function tagged(...options: readonly Check[]): Check {
  return (value, walk, says) => {
    if (!walk.isWriting) return readTagged(options, value, walk, says);
    for (const [index, option] of options.entries()) {
      const result = runApart(option, value, walk);
      if (result.found.length === 0) return [index, result.value];
    }
    return fail(value, walk, says);
  };
}

/** The same for a `z.xor`: no second option may pass. */
export function taggedExclusive(...options: readonly Check[]): Check {
  return (value, walk, says) => {
    if (!walk.isWriting) return readTagged(options, value, walk, says);
    const passed = options.flatMap((option, index) => {
      const result = runApart(option, value, walk);
      return result.found.length === 0 ? [[index, result.value]] : [];
    });
    if (passed.length < 2) return passed[0] ?? fail(value, walk, says);
    return fail(value, walk, says, ": more than one option matched");
  };
}

/** The option is known, and no other one is tried. */
function readTagged(
  options: readonly Check[],
  value: unknown,
  walk: Walk,
  says: string | undefined,
): unknown {
  const [index, form]: readonly unknown[] = Array.isArray(value) && value.length === 2 ? value : [];
  // Only a whole number is the index of an option.
  const option = typeof index === "number" ? options[index] : undefined;
  return option ? option(form, walk) : fail(value, walk, says);
}

function fail(value: unknown, walk: Walk, says: string | undefined, why = ""): unknown {
  report(walk, says, "invalid_union", `Invalid input${why}`);
  return value;
}
