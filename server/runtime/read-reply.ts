import {
  type ErrorPayload,
  type Issue,
  isSystemCode,
  shortenIssues,
  WireError,
  type WireErrorOptions,
} from "../../contracts/wire/index.js";
import type { ServerToClientCall } from "./channel.js";
import { findExcess, type PayloadBounds } from "./limits/find-excess.js";

/** Longest message of a client's error that is passed on, in UTF-16 units. */
const maxMessageLength = 1_000;

/**
 * The value of a client's reply, from what its acknowledgement carries. Throws the {@link WireError} that it stands for,
 * or `bad_output` for none of ours.
 */
export function readReply(
  call: ServerToClientCall,
  values: readonly unknown[],
  bounds: PayloadBounds,
): unknown {
  const excess = findExcess(values, bounds);
  if (excess !== undefined) throw badOutput(call, `it ${excess}`);
  const { reply: form } = call.definition;
  const [reply] = values;
  if (form !== undefined) return readValue(call, form === "values" ? values : reply);
  if (!isRecord(reply)) throw badOutput(call, "it is no reply object");
  if (reply.ok === true) return readValue(call, reply.value);
  if (reply.ok === false && isErrorPayload(reply.error)) throw readError(call, reply.error);
  throw badOutput(call, "it is no reply object");
}

function readValue({ place, definition }: ServerToClientCall, value: unknown): unknown {
  if (definition.output === undefined) return undefined;
  const checked = definition.output.read(value);
  if (checked.ok) return checked.value;
  throw new WireError("bad_output", `The client's reply to \`${place}\` breaks the contract.`, {
    issues: checked.issues,
    mayHaveRun: true,
  });
}

function readError(call: ServerToClientCall, error: ErrorPayload): WireError {
  const { code } = error;
  const message = error.message.slice(0, maxMessageLength);
  const { errors } = call.definition;
  if (Object.hasOwn(errors, code)) {
    const data = errors[code]?.read(error.data);
    if (data?.ok === false)
      return badOutput(call, `the data of \`${code}\` breaks the contract`, data.issues);
    return new WireError(code, message, { data: data?.value, mayHaveRun: true });
  }
  if (!isSystemCode(code)) return badOutput(call, "its error is not declared");
  return new WireError(code, message, systemErrorOptions(error));
}

function systemErrorOptions({ code, issues, retryAfterMs }: ErrorPayload): WireErrorOptions {
  return {
    ...(Array.isArray(issues) ? { issues: shortenIssues(issues.filter(isIssue)) } : {}),
    ...(typeof retryAfterMs === "number" ? { retryAfterMs } : {}),
    mayHaveRun: !neverRan.has(code),
  };
}

const neverRan: ReadonlySet<string> = new Set([
  "bad_input",
  "rate_limited",
  "overloaded",
  "too_large",
  "unauthorized",
  "not_found",
]);

function badOutput(call: ServerToClientCall, why: string, issues?: readonly Issue[]): WireError {
  return new WireError("bad_output", `The client's reply to \`${call.place}\` breaks the contract: ${why}.`, {
    ...(issues === undefined ? {} : { issues }),
    mayHaveRun: true,
  });
}

function isErrorPayload(value: unknown): value is ErrorPayload {
  return isRecord(value) && typeof value.code === "string" && typeof value.message === "string";
}

function isIssue(value: unknown): value is Issue {
  if (!isRecord(value) || typeof value.message !== "string") return false;
  const { code, path } = value;
  return (code === undefined || typeof code === "string") && (path === undefined || isPath(path));
}

function isPath(value: unknown): boolean {
  return Array.isArray(value) && value.every((key) => typeof key === "string" || typeof key === "number");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
