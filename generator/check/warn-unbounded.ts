import type { ChannelModel, NamedSchema, SchemaModel, StringCheck, Warning } from "../model/index.js";
import { hasLongest } from "./pattern/has-longest.js";
import { type SentPayload, sentByClients } from "./sent-by-clients.js";
import { walkSchema } from "./walk-schema.js";

/** Fields that a message lists; the others are counted. */
const mostListed = 4;

/**
 * Payloads of clients in which something has no maximum: a client may make them as large as the app lets any payload be.
 * One warning for each payload; a member whose `limits` have `maxBytes` is bounded as a whole.
 */
export function warnUnbounded(
  channel: ChannelModel,
  schemas: ReadonlyMap<string, NamedSchema>,
): readonly Warning[] {
  return sentByClients(channel).flatMap((sent) => {
    if (sent.limits?.maxBytes !== undefined) return [];
    const paths = unboundedIn(sent, schemas);
    return paths.length === 0 ? [] : [warningOf(sent, paths)];
  });
}

function warningOf({ owner, part, payload, mayHaveLimits }: SentPayload, paths: readonly string[]): Warning {
  const listed = paths.slice(0, mostListed);
  const others = paths.length - listed.length;
  const names = `${listed.map((path) => `\`${path}\``).join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
  return {
    code: "WP6001",
    place: payload.place,
    message:
      names === `\`${part}\``
        ? `\`${owner}\`: ${part} has no maximum; only the app's limits bound it`
        : `\`${owner}\`: ${part} has no maximum at ${names}; only the app's limits bound it`,
    mend: `say how long or how many at most (\`.max(…)\`)${mayHaveLimits ? ", or declare `limits: { maxBytes: … }` for the whole" : ""}`,
  };
}

/** Paths of what has no maximum. */
function unboundedIn({ part, payload }: SentPayload, schemas: ReadonlyMap<string, NamedSchema>): string[] {
  const paths = new Set<string>();
  const walked = new Set<string>();
  // Of a codec only what travels counts.
  const ofApps = new Set<unknown>();
  walkSchema(payload.schema, { path: part, place: payload.place }, (node, { path }) => {
    if (node.kind === "field" || ofApps.has(node)) return undefined;
    if (node.kind === "codec") ofApps.add(node.app);
    if (isUnbounded(node, schemas)) paths.add(path);
    if (node.kind !== "reference" || walked.has(node.id)) return undefined;
    walked.add(node.id);
    return schemas.get(node.id);
  });
  return [...paths];
}

function isUnbounded(node: SchemaModel, schemas: ReadonlyMap<string, NamedSchema>): boolean {
  switch (node.kind) {
    case "string":
      return !node.checks.some(bounds);
    case "template_literal":
      return !hasLongest(node.pattern);
    case "array":
    case "set":
    case "map":
      return !node.checks.some(({ kind }) => kind === "max_length" || kind === "length");
    case "tuple":
      return node.rest !== undefined;
    case "record":
      // zod has no maximum for records: the author's own check may be one.
      return node.customChecks === undefined && !isClosed(node.key, schemas);
    default:
      return false;
  }
}

/** Formats of zod's that any length may have; all others are short by their nature. */
const longFormats: ReadonlySet<string> = new Set(["base64", "base64url", "email", "emoji", "jwt", "url"]);

function bounds(check: StringCheck): boolean {
  switch (check.kind) {
    case "max_length":
    case "length":
      return true;
    case "format":
      return check.format === "regex"
        ? hasLongest(check.pattern.source, check.pattern.flags)
        : !longFormats.has(check.format);
    case "coded_format":
      return !longFormats.has(check.format);
    default:
      return false;
  }
}

/** Whether there are but so many keys. */
function isClosed(key: SchemaModel, schemas: ReadonlyMap<string, NamedSchema>): boolean {
  if (key.kind === "reference") {
    const named = schemas.get(key.id);
    return named !== undefined && isClosed(named.schema, schemas);
  }
  if (key.kind === "union") return key.options.every((option) => isClosed(option, schemas));
  return key.kind === "enum" || key.kind === "literal";
}
