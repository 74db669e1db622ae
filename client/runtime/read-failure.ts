import {
  firstOpenCode,
  type Issue,
  shortenIssues,
  systemCodes,
  WireError,
} from "../../contracts/wire/index.js";
import type { CallShape, DeclaredErrors } from "./client-definition.js";
import { readPayload } from "./prepare-payload.js";

/** Longest message of an error that is handed on, in UTF-16 units. */
const maxMessageLength = 1_000;

/**
 * The error that a server answered with, as the caller gets it. Nothing of it is taken on trust: a code that
 * the contract does not have, or data that breaks it, is `bad_output`.
 */
export function readFailure(answer: unknown, declared: DeclaredErrors): WireError {
  // Object() makes any value safe to look into.
  const { code, message, data, issues, retryAfterMs } = Object(answer);
  const place = systemCodes.indexOf(code);
  const isDeclared = typeof code === "string" && Object.hasOwn(declared, code);
  if (typeof message !== "string" || (place < 0 && !isDeclared)) return badOutput();
  const verdict = place < 0 ? readPayload(declared[code], [data]) : { ok: true as const, value: data };
  if (!verdict.ok) return badOutput(verdict.issues);
  return new WireError(code, message.slice(0, maxMessageLength), {
    data: verdict.value,
    mayHaveRun: place < 0 || place >= firstOpenCode,
    issues: Array.isArray(issues) ? shortenIssues(issues.filter(isIssueLike)) : undefined,
    retryAfterMs: typeof retryAfterMs === "number" ? retryAfterMs : undefined,
  });
}

/** Who waits for a reply. */
export interface Pending {
  readonly shape: CallShape;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: WireError) => void;
}

/** Of a reply without an output whatever it carries. */
const nothing = { ok: true as const, value: undefined };

/** Settles a call with what its reply says. */
export function readReply(
  ok: unknown,
  value: unknown,
  error: unknown,
  { shape: { output, errors = {} }, resolve, reject }: Pending,
): void {
  const verdict = output ? output.read(value) : nothing;
  if (ok === false) reject(readFailure(error, errors));
  else if (ok !== true) reject(badOutput());
  else if (!verdict.ok) reject(badOutput(verdict.issues));
  else resolve(verdict.value);
}

/** Why the server refused a connection, from what Socket.IO hands over. */
export function readRefusal(
  { data, message }: Error & { data?: unknown },
  declared: DeclaredErrors,
): WireError {
  if (data !== undefined && data !== null) return readFailure(data, declared);
  const text = String(message).slice(0, maxMessageLength);
  // Socket.IO's own words for a namespace that is not there; a middleware's error without data is a plain no.
  return new WireError(text === "Invalid namespace" ? "not_found" : "unauthorized", text);
}

function badOutput(issues?: readonly Issue[]): WireError {
  return new WireError("bad_output", "The answer breaks the contract.", { mayHaveRun: true, issues });
}

function isIssueLike(issue: unknown): boolean {
  const { code = "", path = [], message } = Object(issue);
  return (
    typeof message === "string" &&
    typeof code === "string" &&
    Array.isArray(path) &&
    path.every((key) => typeof key === "string" || typeof key === "number")
  );
}
