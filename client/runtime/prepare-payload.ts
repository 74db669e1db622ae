import { type PayloadCheck, type Validation, WireError } from "../../contracts/wire/index.js";
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
  const verdict = check.write(payload);
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
  const [payload] = args;
  if (args.length < 2 && check) return check.read(payload);
  return args.length < 2 && (payload ?? null) === null
    ? { ok: true, value: undefined }
    : { ok: false, issues: [{ code: "custom", path: [], message: "Unexpected argument" }] };
}
