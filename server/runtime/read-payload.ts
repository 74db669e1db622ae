import type { ErrorPayload, PayloadCheck, Validation } from "../../contracts/wire/index.js";
import { fitsLimits, maxDepth, maxNodes } from "./fits-limits.js";

/** A payload as its reader wants it, or what its writer is answered. */
export type ReadPayload =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ErrorPayload };

/**
 * Checks what has come in as the payload of `place`. `null` stands for an absent payload where the contract has none, or
 * where it may be left out: JSON arrays have no other way to say so.
 */
export function readPayload(place: string, check: PayloadCheck | undefined, payload: unknown): ReadPayload {
  if (check === undefined) {
    if (payload === undefined || payload === null) return { ok: true, value: undefined };
    return { ok: false, error: badInput(`\`${place}\` takes no payload.`) };
  }
  if (!fitsLimits(payload)) {
    const message = `The payload of \`${place}\` is nested deeper than ${maxDepth} levels or holds more than ${maxNodes} values.`;
    return { ok: false, error: { code: "too_large", message } };
  }
  let checked: Validation = check.read(payload);
  if (!checked.ok && payload === null) {
    const absent = check.read(undefined);
    if (absent.ok) checked = absent;
  }
  if (checked.ok) return checked;
  return {
    ok: false,
    error: {
      code: "bad_input",
      message: `The payload of \`${place}\` breaks the contract.`,
      issues: checked.issues,
    },
  };
}

/** The answer to arguments that no schema is needed to refuse. */
export function badInput(message: string): ErrorPayload {
  return { code: "bad_input", message };
}
