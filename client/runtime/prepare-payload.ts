import { type Issue, type PayloadCheck, type Validation, WireError } from "../../contracts/wire/index.js";
import { weighPayload } from "./weigh-payload.js";

/** A payload that may leave. */
export interface Prepared {
  readonly value: unknown;
  /** Upper bound of its length on the wire, in bytes. */
  readonly maxBytes: number;
}

/**
 * The payload as it leaves: checked against the contract, stripped of undeclared keys.
 *
 * @param check - `undefined` where the contract has no payload: then nothing leaves, whatever was passed.
 * @throws WireError `bad_input` or `too_large`.
 */
export function preparePayload(check: PayloadCheck | undefined, payload: unknown, name: string): Prepared {
  if (!check) return { value: undefined, maxBytes: 5 };
  const verdict = validate(check.write, payload);
  if (!verdict.ok) throw new WireError("bad_input", brokenBy(name), { issues: verdict.issues });
  const { value } = verdict;
  return { value, maxBytes: weighPayload(value) };
}

/** What is said of a payload that breaks the contract. */
export function brokenBy(name: string): string {
  return `\`${name}\`: the payload breaks the contract.`;
}

/** The payload as the reader gets it; a payload-less member accepts nothing, `null` and `undefined`. */
export function readPayload(check: PayloadCheck | undefined, args: readonly unknown[]): Validation {
  const [payload = null] = args;
  if (args.length > 1 || (!check && payload !== null)) return refusal("Unexpected argument");
  return check ? validate(check.read, args[0]) : { ok: true, value: undefined };
}

/** Runs a check on a value that may be hostile: a getter that throws, a nesting that overflows the stack. */
function validate(check: PayloadCheck["read"], value: unknown): Validation {
  try {
    return check(value);
  } catch {
    return refusal("Cannot be read");
  }
}

function refusal(message: string): Validation {
  const issue: Issue = { code: "custom", path: [], message };
  return { ok: false, issues: [issue] };
}
