import type { ErrorPayload, PayloadCheck, Validation } from "../../contracts/wire/index.js";
import { findExcess, type PayloadBounds } from "./limits/find-excess.js";

/** A payload as its reader wants it, or what its writer is answered. */
export type ReadPayload =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ErrorPayload };

/** What a payload is of, and how large it may be. */
export interface PayloadSeat {
  /** Its name in messages: `chat.postMessage`. */
  readonly place: string;
  readonly bounds: PayloadBounds;
}

/**
 * Checks what has come in as the payload of `seat`. `null` stands for an absent payload where the contract has none, or
 * where it may be left out: JSON arrays have no other way to say so.
 */
export function readPayload(
  { place, bounds }: PayloadSeat,
  check: PayloadCheck | undefined,
  payload: unknown,
): ReadPayload {
  if (check === undefined) {
    if (payload === undefined || payload === null) return { ok: true, value: undefined };
    return { ok: false, error: badInput(`\`${place}\` takes no payload.`) };
  }
  const excess = findExcess(payload, bounds);
  if (excess !== undefined) {
    return { ok: false, error: { code: "too_large", message: `The payload of \`${place}\` ${excess}.` } };
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
