import {
  type ChannelDefinition,
  type ErrorPayload,
  isSystemCode,
  type PayloadCheck,
  type SystemCode,
  shortenIssues,
  WireError,
} from "../../contracts/wire/index.js";
import { readPayload } from "./prepare-payload.js";

/** Declared errors with the check of each one's data. */
type DeclaredErrors = ChannelDefinition["errors"];

/** Longest message of an error that is handed on, in UTF-16 units. */
const maxMessageLength = 1_000;

/** System codes that say that nothing ran; docs/wire.md. */
const neverRan: ReadonlySet<SystemCode> = new Set([
  "bad_input",
  "overloaded",
  "too_large",
  "unauthorized",
  "not_found",
]);

/**
 * The error that a server answered with, as the caller gets it. Nothing of it is taken on trust: a code that
 * the contract does not have, or data that breaks it, is `bad_output`.
 */
export function readFailure(answer: unknown, declared: DeclaredErrors): WireError {
  if (!isErrorPayload(answer)) return badOutput("The error of the reply is none.");
  const { code, data, issues, retryAfterMs } = answer;
  const message = answer.message.slice(0, maxMessageLength);
  const options = {
    ...(Array.isArray(issues) && { issues: shortenIssues(issues.filter(isIssueLike)) }),
    ...(typeof retryAfterMs === "number" && { retryAfterMs }),
  };
  if (isSystemCode(code)) {
    return new WireError(code, message, { ...options, data, mayHaveRun: !neverRan.has(code) });
  }
  if (!Object.hasOwn(declared, code))
    return badOutput("The contract does not declare the error of the reply.");
  const verdict = readPayload(declared[code], [data]);
  return verdict.ok
    ? new WireError(code, message, { ...options, data: verdict.value, mayHaveRun: true })
    : badOutput(`The data of the error \`${code}\` breaks the contract.`, verdict.issues);
}

/** The acknowledgement of a call: its value, or the error thrown. */
export function readReply(
  args: readonly unknown[],
  output: PayloadCheck | undefined,
  declared: DeclaredErrors,
): unknown {
  const [reply] = args;
  if (args.length !== 1 || typeof reply !== "object" || reply === null || !("ok" in reply)) {
    throw badOutput("The acknowledgement is no reply.");
  }
  if (reply.ok !== true) throw readFailure("error" in reply ? reply.error : undefined, declared);
  if (output === undefined) return undefined;
  const verdict = readPayload(output, ["value" in reply ? reply.value : undefined]);
  if (!verdict.ok) throw badOutput("The reply breaks the contract.", verdict.issues);
  return verdict.value;
}

/** Why the server refused a connection, from what Socket.IO hands over. */
export function readRefusal(error: Error & { data?: unknown }, declared: DeclaredErrors): WireError {
  if (error.data !== undefined && error.data !== null) return readFailure(error.data, declared);
  const message = String(error.message).slice(0, maxMessageLength);
  // Socket.IO's own words for a namespace that is not there; a middleware's error without data is a plain no.
  return new WireError(message === "Invalid namespace" ? "not_found" : "unauthorized", message);
}

function badOutput(message: string, issues?: WireError["issues"]): WireError {
  return new WireError("bad_output", message, { mayHaveRun: true, ...(issues !== undefined && { issues }) });
}

function isErrorPayload(value: unknown): value is ErrorPayload {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    typeof value.code === "string" &&
    "message" in value &&
    typeof value.message === "string"
  );
}

function isIssueLike(issue: unknown): issue is Parameters<typeof shortenIssues>[0][number] {
  if (typeof issue !== "object" || issue === null) return false;
  const { code, path, message } = issue as Record<string, unknown>;
  return (
    typeof message === "string" &&
    (code === undefined || typeof code === "string") &&
    (path === undefined ||
      (Array.isArray(path) && path.every((key) => typeof key === "string" || typeof key === "number")))
  );
}
