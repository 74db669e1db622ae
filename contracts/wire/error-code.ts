/**
 * Every code that wirepact itself answers with, and what it means to the caller; those that say that nothing ran
 * come first. The list is closed: a declared error never takes one of these names. docs/wire.md is the reference.
 */
export const systemCodes = [
  /** The payload breaks the contract; nothing ran. `issues` says where. */
  "bad_input",
  /** More than the other side takes in a time; nothing ran. `retryAfterMs` says when to come again. */
  "rate_limited",
  /** The other side has too much to do; nothing ran. `retryAfterMs` says when to come again. */
  "overloaded",
  /** The payload is larger or deeper than the other side takes; nothing ran. */
  "too_large",
  /** The client may not do this. */
  "unauthorized",
  /** The other side has no such channel, call or handler. */
  "not_found",
  /** The other side's reply breaks the contract; it ran. */
  "bad_output",
  /** No reply within the deadline; it may have run. */
  "timeout",
  /** The caller gave up; it may have run. */
  "aborted",
  /** The connection ended first, or was never there. `mayHaveRun` tells the two apart. */
  "disconnected",
  /** The other side failed; its log holds the `incident` that `data` names. */
  "internal",
] as const;

/** See {@link systemCodes}. */
export type SystemCode = (typeof systemCodes)[number];

/** Codes of calls of which the other side has begun to run something. */
export type RunCode = "bad_output" | "internal";

/** Codes that leave open whether the other side has run anything; `mayHaveRun` says what is known. */
export type OpenCode = "timeout" | "aborted" | "disconnected";

/** Codes that say that nothing ran. */
export type UnrunCode = Exclude<SystemCode, RunCode | OpenCode>;

/** Whether `code` is one of wirepact's own. */
export function isSystemCode(code: string): code is SystemCode {
  // Any text may be looked for.
  return (systemCodes as readonly string[]).includes(code);
}

/** Place in {@link systemCodes} of the first code that leaves open whether the call ran. */
export const firstOpenCode = 6;
