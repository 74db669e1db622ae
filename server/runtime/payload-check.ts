import type { Check } from "../../contracts/wire/check/index.js";
import {
  invalid,
  type PayloadCheck,
  type StraightLine,
  type Validation,
  payloadCheck as walkerOf,
} from "../../contracts/wire/index.js";
import { forgetStop } from "../../contracts/wire/straight/stopped.js";

/** Options of {@link payloadCheck}. */
export interface PayloadCheckOptions extends StraightLine, Pick<PayloadCheck, "mayAttachMany"> {}

/**
 * Validates payloads without the contract and without zod. Called by generated code: its straight-line functions say
 * what passes, and the words of `make` are put together and asked only about what these refuse or are not sure of.
 *
 * @param make - Makes the check of words; called with the first payload that needs them.
 */
export function payloadCheck(make: () => Check, options: PayloadCheckOptions = {}): PayloadCheck {
  const { read, write, mayAttachMany = false } = options;
  let walker: PayloadCheck | undefined;
  const walk = () => {
    walker ??= walkerOf(make);
    return walker;
  };
  return {
    read: (value) => settle(value, read) ?? decided(walk().read(value)),
    write: (value) => settle(value, write) ?? decided(walk().write(value)),
    mayAttachMany,
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
