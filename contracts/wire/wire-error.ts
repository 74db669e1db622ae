import { isSystemCode, type OpenCode, type RunCode, type UnrunCode } from "./error-code.js";
import type { Issue } from "./issue.js";

/** An error as it crosses the wire; docs/wire.md is the reference. */
export interface ErrorPayload {
  readonly code: string;
  readonly message: string;
  readonly data?: unknown;
  readonly issues?: readonly Issue[];
  /** Milliseconds after which the same call may succeed. */
  readonly retryAfterMs?: number;
}

/** What a {@link WireError} is made of. */
export interface WireErrorOptions {
  readonly data?: unknown;
  readonly issues?: readonly Issue[] | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly mayHaveRun?: boolean;
  readonly cause?: unknown;
}

/**
 * The one error class of both sides. Tell errors apart by `code`, never by class: two copies of the package
 * then understand one another.
 */
export class WireError extends Error {
  override readonly name = "WireError";
  /** A system code, or the name of an error that the contract declares. */
  readonly code: string;
  /** The declared error's data; for `internal` the incident id under which the server logged it. */
  readonly data: unknown;
  /** For `bad_input` and `bad_output`: where the payload breaks the contract, at most ten places. */
  readonly issues: readonly Issue[] | undefined;
  /** Milliseconds after which the same call may succeed. */
  readonly retryAfterMs: number | undefined;
  /** Whether the other side may have run the call, wholly or in part; where it is false nothing ran. */
  readonly mayHaveRun: boolean = false;

  constructor(code: string, message: string, { cause, ...more }: WireErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    Object.assign(this, more);
  }
}

/** A failure that wirepact itself reports; narrow a call's failure to it by `code`, and `mayHaveRun` with it. */
export type SystemFailure =
  | SystemFailureOf<UnrunCode, false>
  | SystemFailureOf<OpenCode, boolean>
  | SystemFailureOf<RunCode, true>;

/** One sort of them. */
export interface SystemFailureOf<Code extends string, MayHaveRun extends boolean> {
  readonly code: Code;
  readonly message: string;
  readonly data: unknown;
  readonly issues: readonly Issue[] | undefined;
  readonly retryAfterMs: number | undefined;
  /**
   * Whether the other side may have run the call, wholly or in part. Where it is false nothing ran, and the call may be made
   * again without harm. A handler that throws one of the codes for which it is always false claims just that.
   */
  readonly mayHaveRun: MayHaveRun;
}

/** A failure that the contract declares. */
export interface DeclaredFailure<Code extends string, Data> {
  readonly code: Code;
  readonly message: string;
  readonly data: Data;
  /** The other side's handler said so. */
  readonly mayHaveRun: true;
}

/** What `.safe` settles with: never a rejection. Narrow by `ok`, then by `error.code`. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** Whether `error` is one of ours, whichever copy of the package made it. */
export function isWireError(error: unknown): error is WireError {
  return (
    error instanceof Error && error.name === "WireError" && typeof (error as WireError).code === "string"
  );
}

/** Whether `error` carries one of wirepact's own codes. */
export function isSystemFailure(error: { readonly code: string }): error is SystemFailure {
  return isSystemCode(error.code);
}
