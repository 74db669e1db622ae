import type { Check } from "./check.js";
import { report, runApart } from "./walk.js";

/** A `z.xor`: exactly one option may pass. */
export function exclusive(...options: readonly Check[]): Check {
  const check: Check = (value, walk, says) => {
    const { isGuessed } = walk;
    walk.isGuessed = true;
    const passed = options
      .map((option) => runApart(option, value, walk))
      .filter(({ found }) => found.length === 0);
    walk.isGuessed = isGuessed;
    const [only] = passed;
    if (!only || passed.length > 1) {
      report(walk, says, "invalid_union", `Invalid input${only ? ": more than one option matched" : ""}`);
      return value;
    }
    if (!walk.isWriting) return only.value;
    // Without its undeclared keys the value may fit another option too.
    walk.isWriting = false;
    const reading = runApart(check, only.value, walk);
    walk.isWriting = true;
    return reading.found.length === 0 ? only.value : value;
  };
  return check;
}
