import type { ErrorPayload } from "./wire-error.js";

/** The acknowledgement of a call. */
export type Reply =
  | { readonly ok: true; readonly value?: unknown }
  | { readonly ok: false; readonly error: ErrorPayload };

/** Milliseconds until a call ends with `timeout` where neither contract nor caller says otherwise. */
export const defaultTimeoutMs = 10_000;
