import {
  isWireError,
  type PayloadCheck,
  shortenIssues,
  type Validation,
  WireError,
} from "../../contracts/wire/index.js";
import { weighPayload } from "./weigh-payload.js";

/** A payload that may leave. */
export interface Prepared {
  readonly value: unknown;
  /** Upper bound of its length on the wire, in bytes. */
  readonly maxBytes: number;
}

/**
 * The payload as it leaves: checked against the contract, stripped of undeclared keys, known to be JSON.
 *
 * @param check - `undefined` where the contract has no payload: then nothing leaves, whatever was passed.
 * @throws WireError `bad_input` or `too_large`.
 */
export function preparePayload(check: PayloadCheck | undefined, value: unknown, what: string): Prepared {
  if (check === undefined) return { value: undefined, maxBytes: 5 };
  const verdict = validate(check.write, value);
  if (!verdict.ok) {
    throw new WireError("bad_input", `${what} breaks the contract.`, { issues: verdict.issues });
  }
  try {
    return { value: verdict.value, maxBytes: weighPayload(verdict.value) };
  } catch (error) {
    if (isWireError(error)) throw error;
    // A getter or a proxy of the application.
    throw new WireError("bad_input", `${what} cannot be read.`, { cause: error });
  }
}

/** The payload as the reader gets it; a payload-less member accepts nothing, `null` and `undefined`. */
export function readPayload(check: PayloadCheck | undefined, args: readonly unknown[]): Validation {
  if (args.length > 1) return refusal("Expected one payload, received more arguments");
  if (check !== undefined) return validate(check.read, args[0]);
  return args[0] === undefined || args[0] === null
    ? { ok: true, value: undefined }
    : refusal("Expected no payload");
}

/** Runs a check on a value that may be hostile: a getter that throws, a nesting that overflows the stack. */
function validate(check: PayloadCheck["read"], value: unknown): Validation {
  try {
    return check(value);
  } catch (error) {
    return refusal(error instanceof RangeError ? "Nested too deep" : "Cannot be read");
  }
}

function refusal(message: string): Validation {
  return { ok: false, issues: shortenIssues([{ message }]) };
}
