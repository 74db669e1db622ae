import {
  countAttachments,
  type Issue,
  maxAttachments,
  type PayloadCheck,
  WireError,
} from "../../contracts/wire/index.js";
import { findUnencodable } from "./find-unencodable.js";

/** A payload that may leave, or why it may not. */
export type Written =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks what is about to leave, and strips what the contract does not declare.
 *
 * @throws WireError `too_large` for more binary values than Socket.IO's decoder takes: it would end the connection.
 */
export function writePayload(check: PayloadCheck | undefined, payload: unknown): Written {
  if (check === undefined) return nothing;
  const checked = check.write(payload);
  if (checked.ok && check.mayAttachMany && countAttachments(checked.value) > maxAttachments) {
    throw new WireError("too_large", `The payload holds more than ${maxAttachments} binary values.`);
  }
  if (!checked.ok || !check.isOpaque) return checked;
  const issue = findUnencodable(checked.value);
  return issue === undefined ? checked : { ok: false, issues: [issue] };
}

const nothing: Written = { ok: true, value: undefined };

/**
 * The arguments that stand behind an event's name: the payload, or all of them where the contract declares a list. Throws
 * a {@link WireError} with code `bad_output` for what breaks the contract, or with `too_large`.
 */
export function payloadArguments(
  place: string,
  check: PayloadCheck | undefined,
  payload: unknown,
  argumentCount?: number,
): readonly unknown[] {
  if (check === undefined) return [];
  const written = writePayload(check, payload);
  // The check of a tuple gives a list.
  if (written.ok && argumentCount !== undefined) return written.value as readonly unknown[];
  if (written.ok) return written.value === undefined ? [] : [written.value];
  throw new WireError("bad_output", `What was to be sent as \`${place}\` breaks the contract.`, {
    issues: written.issues,
  });
}

/** Runs `send`, in which Socket.IO encodes; what it cannot encode is `bad_output`. */
export function sendEncoded(place: string, send: () => void): void {
  try {
    send();
  } catch (cause) {
    throw new WireError("bad_output", `What was to be sent as \`${place}\` cannot be encoded.`, { cause });
  }
}
