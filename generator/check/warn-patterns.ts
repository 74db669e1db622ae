import type { ChannelModel, Json, NamedSchema, SchemaModel, Warning } from "../model/index.js";
import { findDoubling, type Pattern } from "./pattern/find-doubling.js";
import { sentByClients } from "./sent-by-clients.js";
import { walkSchema } from "./walk-schema.js";

/** Characters of a pattern that are shown. */
const mostShown = 60;

/** Patterns that the server tries on what clients send, and whose time doubles. None of zod's own formats has one. */
export function warnPatterns(
  channel: ChannelModel,
  schemas: ReadonlyMap<string, NamedSchema>,
): readonly Warning[] {
  const warnings: Warning[] = [];
  const walked = new Set<string>();
  for (const { owner, part, payload } of sentByClients(channel)) {
    walkSchema(payload.schema, { path: part, place: payload.place }, (node, { path, place }) => {
      if (node.kind === "reference") {
        const named = walked.has(node.id) ? undefined : schemas.get(node.id);
        walked.add(node.id);
        return named;
      }
      const patterns = node.kind === "field" ? [] : patternsOf(node);
      for (const pattern of patterns) {
        const text = findDoubling(pattern);
        if (text !== undefined)
          warnings.push({ ...warningOf(`\`${owner}\`: ${path}`, pattern, text), place });
      }
      return undefined;
    });
  }
  return warnings;
}

function warningOf(owner: string, { source }: Pattern, text: string): Warning {
  const shown = source.length > mostShown ? `${source.slice(0, mostShown)}…` : source;
  return {
    code: "WP6002",
    message: `${owner} has the pattern \`${shown}\`: each ${JSON.stringify(text)} more in a text that does not match doubles the time to find that out`,
    mend: "write it so that a text is taken in one way only: no quantifier around what has one and no sign between (`^a+$` for `^(a+)+$`), no two alternatives that begin alike",
  };
}

function patternsOf(node: SchemaModel): readonly Pattern[] {
  if (node.kind === "template_literal") return [{ source: node.pattern, flags: "" }];
  if (node.kind !== "string") return [];
  return node.checks.flatMap((check) => {
    if (check.kind === "format") return [check.pattern];
    return check.kind === "coded_format" ? Object.values(check.options).flatMap(patternOf) : [];
  });
}

/** `z.url({ hostname, protocol })` tries patterns of the author's on parts of a text. */
function patternOf(option: Json): readonly Pattern[] {
  const { source, flags } = Object(option) as Partial<Pattern>;
  return source === undefined || flags === undefined ? [] : [{ source, flags }];
}
