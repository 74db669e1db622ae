import type { Check } from "../../contracts/wire/check/index.js";
import { type PayloadCheck, type StraightLine, straightCheck } from "../../contracts/wire/index.js";

/** Options of {@link payloadCheck}. */
export interface PayloadCheckOptions
  extends StraightLine,
    Pick<PayloadCheck, "mayAttachMany" | "mayAttach"> {}

/**
 * Validates payloads without the contract and without zod. Called by generated code: its straight-line functions say
 * what passes, and the words of `make` are put together and asked only about what these refuse or are not sure of.
 *
 * @param make - Makes the check of words; called with the first payload that needs them.
 */
export function payloadCheck(make: () => Check, options: PayloadCheckOptions = {}): PayloadCheck {
  const { mayAttachMany = false, mayAttach = false } = options;
  return { ...straightCheck(options, make), mayAttachMany, mayAttach };
}
