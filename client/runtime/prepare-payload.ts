import {
  type ErrorPayload,
  isAttachment,
  type PayloadCheck,
  type Validation,
  WireError,
} from "../../contracts/wire/index.js";
import type { Answer } from "./departure.js";
import { weighPayload } from "./weigh-payload.js";

/** A payload that may leave. */
export interface Prepared {
  readonly value?: unknown;
  /** Its JSON; absent where nothing leaves. */
  readonly text?: string | undefined;
  /** Bytes that travel beside the JSON; -1 where there are none, else it has to go Socket.IO's way. */
  readonly memory: number;
  /** Whether `value` is a list of what stands each on its own: arguments, or what a plain acknowledgement carries. */
  readonly isList?: boolean | undefined;
}

/**
 * The payload as it leaves: checked against the contract, stripped of undeclared keys, encoded.
 *
 * @param check - `undefined` where the contract has no payload: then nothing leaves, whatever was passed.
 * @throws WireError `bad_input` or `too_large`.
 */
export function preparePayload(check: PayloadCheck | undefined, payload: unknown, name: string): Prepared {
  if (!check) return { memory: -1 };
  const verdict = check.write(payload);
  if (!verdict.ok) throw new WireError("bad_input", brokenBy(name), { issues: verdict.issues });
  const { value } = verdict;
  const memory = weighPayload(value);
  return { value, memory, text: JSON.stringify(value, memory < 0 ? undefined : withoutMemory) };
}

/** Asks the holder: Node's Buffer has turned itself into something else by then. */
function withoutMemory(this: unknown, key: string, value: unknown): unknown {
  return isAttachment((this as Record<string, unknown>)[key]) ? 0 : value;
}

/** What is said of a payload that breaks the contract. */
export function brokenBy(name: string): string {
  return `\`${name}\`: the payload breaks the contract.`;
}

/** An error as a call of the server is answered with it. */
export function failure(error: ErrorPayload): Answer {
  return { text: JSON.stringify(error), memory: -1, isError: true };
}

/** The payload as the reader gets it; a payload-less member accepts nothing, `null` and `undefined`. */
export function readPayload(check: PayloadCheck | undefined, args: readonly unknown[]): Validation {
  const [payload] = args;
  if (args.length < 2 && check) return check.read(payload);
  return args.length < 2 && (payload ?? null) === null
    ? { ok: true, value: undefined }
    : { ok: false, issues: [{ code: "custom", path: [], message: "Unexpected argument" }] };
}
