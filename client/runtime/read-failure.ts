import {
  type Issue,
  isSystemCode,
  mayHaveRun,
  shortenIssues,
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
  if (typeof code !== "string" || typeof message !== "string") return badOutput();
  const isOurs = isSystemCode(code);
  if (!isOurs && !Object.hasOwn(declared, code)) return badOutput();
  const verdict = isOurs ? { ok: true as const, value: data } : readPayload(declared[code], [data]);
  if (!verdict.ok) return badOutput(verdict.issues);
  return new WireError(code, message.slice(0, maxMessageLength), {
    data: verdict.value,
    mayHaveRun: mayHaveRun(code),
    ...(Array.isArray(issues) && { issues: shortenIssues(issues.filter(isIssueLike)) }),
    ...(typeof retryAfterMs === "number" && { retryAfterMs }),
  });
}

/** The acknowledgement of a call: its value, or the error thrown. */
export function readReply(args: readonly unknown[], { output, errors = {} }: CallShape): unknown {
  const [reply] = args;
  const { ok, value, error } = Object(reply);
  if (args.length !== 1 || ok === undefined) throw badOutput();
  if (ok !== true) throw readFailure(error, errors);
  if (!output) return undefined;
  const verdict = readPayload(output, [value]);
  if (!verdict.ok) throw badOutput(verdict.issues);
  return verdict.value;
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
  const message = "The answer breaks the contract.";
  return new WireError("bad_output", message, { mayHaveRun: true, ...(issues && { issues }) });
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
