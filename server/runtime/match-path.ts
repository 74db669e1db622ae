import {
  type ErrorPayload,
  fillPath,
  isWireError,
  type ParamKind,
  type ParamsDefinition,
} from "../../contracts/wire/index.js";

/** What a namespace's name says: which parameters, or why it is none of the channel's. */
export type PathMatch =
  | { readonly ok: true; readonly params: unknown }
  | { readonly ok: false; readonly error: ErrorPayload };

/**
 * Reads the parameters out of a name; undefined for a name that is not of this path. Each set of parameters has one name,
 * the one that {@link fillPath} gives; another spelling of it is refused.
 */
export function matchPath(path: string, params: ParamsDefinition, name: string): PathMatch | undefined {
  const pattern = path.split("/");
  const parts = name.split("/");
  const isOfPath =
    parts.length === pattern.length &&
    pattern.every((part, index) => part.startsWith(":") || part === parts[index]);
  if (!isOfPath) return undefined;
  const values: Record<string, unknown> = {};
  for (const [index, part] of pattern.entries()) {
    if (!part.startsWith(":")) continue;
    const key = part.slice(1);
    values[key] = decode(parts[index] ?? "", params.kinds[key]);
  }
  const read = params.check.read(values);
  if (!read.ok) {
    const message = `The parameters of \`${path}\` break the contract.`;
    return { ok: false, error: { code: "bad_input", message, issues: read.issues } };
  }
  if (nameOf(path, params, read.value) === name) return { ok: true, params: read.value };
  const message = `The parameters of \`${path}\` are not in the form that \`encodeURIComponent\` gives them.`;
  return { ok: false, error: { code: "bad_input", message } };
}

function nameOf(path: string, { check }: ParamsDefinition, params: unknown): string | undefined {
  try {
    return fillPath(path, check, params);
  } catch (error) {
    if (isWireError(error)) return undefined;
    throw error;
  }
}

/** A part's value; text where it is nothing else: the schema then says what it should have been. */
function decode(part: string, kind: ParamKind | undefined): unknown {
  let text: string;
  try {
    text = decodeURIComponent(part);
  } catch {
    return undefined;
  }
  if (kind === "number") return text === "" || Number.isNaN(Number(text)) ? text : Number(text);
  if (kind === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}
