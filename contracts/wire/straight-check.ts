import type { Check } from "./check/check.js";
import { payloadCheck } from "./payload-check.js";
import { forgetStop } from "./straight/stopped.js";
import { invalid, type StraightLine } from "./straight-line.js";
import type { PayloadCheck, Validation } from "./validation.js";

/**
 * The same verdicts as `payloadCheck(make)`, sooner: straight-line functions say what passes, and the words of `make` are
 * put together and asked only about what these refuse or are not sure of.
 *
 * @param make - Makes the check of words; called with the first payload that needs them.
 */
export function straightCheck({ read, write }: StraightLine, make: () => Check): PayloadCheck {
  let walker: PayloadCheck | undefined;
  const walk = () => {
    walker ??= payloadCheck(make);
    return walker;
  };
  return {
    read: (value) => settle(value, read) ?? decided(walk().read(value)),
    write: (value) => settle(value, write) ?? decided(walk().write(value)),
  };
}

/** What straight-line code says of a value; nothing where it leaves that to the words. */
function settle(value: unknown, line: ((value: unknown) => unknown) | undefined): Validation | undefined {
  if (line === undefined) return undefined;
  try {
    const result = line(value);
    if (result === invalid) return undefined;
    // An option of a union may have given an array up before another one passed.
    forgetStop();
    return { ok: true, value: result };
  } catch {
    // A getter or a proxy that throws; the walker has words for it.
    return undefined;
  }
}

function decided(validation: Validation): Validation {
  forgetStop();
  return validation;
}
