import type { PayloadCheck } from "./validation.js";
import { WireError } from "./wire-error.js";

/**
 * The namespace that parameters lead to: `/org/:orgId` and `{ orgId: "a b" }` give `/org/a%20b`. Different parameters give
 * different names: each value is escaped as a part of a URL's path, by `encodeURIComponent`, and there is no part that is
 * empty, or dots alone, which clients would take for steps up.
 *
 * @throws WireError `bad_input` for parameters that break the contract, and for text that no part can hold: none, or one
 *   with half a surrogate pair.
 */
export function fillPath(path: string, check: PayloadCheck, params: unknown): string {
  const read = check.read(params);
  if (!read.ok) {
    throw new WireError("bad_input", `The parameters of \`${path}\` break the contract.`, {
      issues: read.issues,
    });
  }
  // What the schema takes is an object of flat fields: the generator has seen to it.
  const values = read.value as Readonly<Record<string, unknown>>;
  return path
    .split("/")
    .map((part) => (part.startsWith(":") ? encode(part.slice(1), String(values[part.slice(1)])) : part))
    .join("/");
}

function encode(name: string, text: string): string {
  let part: string | undefined;
  try {
    part = encodeURIComponent(text).replace(/^\.+$/, (dots) => "%2E".repeat(dots.length));
  } catch {
    // Half a surrogate pair.
  }
  if (part) return part;
  const issue = {
    code: "invalid_format",
    path: [name],
    message: "Invalid input: expected text that a path can hold",
  };
  throw new WireError("bad_input", `The parameter \`${name}\` has no form in a path.`, { issues: [issue] });
}
