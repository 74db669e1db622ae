import { type Node, node, plus } from "./node.js";
import { enter, prefix, type Run, report, reportType, type Walk } from "./walk.js";

/** A declared field. */
export interface Field {
  readonly name: string;
  readonly node: Node;
}

/** What happens to undeclared keys: left out, refused, kept, or read by a schema of their own. */
export type Undeclared = "object" | "strict" | "loose" | Node;

/**
 * Runs an object's plan. In what is written an `undefined` field is as good as absent, because it does not
 * travel; an own `__proto__` is never read or written, whoever declares it.
 */
export function objectNode(fields: readonly Field[], undeclared: Undeclared, says: string | undefined): Node {
  const declared = new Set(fields.map(({ name }) => name));
  const isStrict = undeclared === "strict";
  const catchall = typeof undeclared === "string" ? undefined : undeclared;
  // The fields' nodes may belong to plans that are made later, so they are asked on the first run.
  let ready: ReadyField[] | undefined;

  const run: Run = (value, walk) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return reportType(walk, says, "object", value);
    }
    enter(walk);
    // Any object can be asked for any key.
    const input = value as Record<string, unknown>;
    const output: Record<string, unknown> = {};
    ready ??= fields.filter(({ name }) => name !== "__proto__").map(readyField);
    for (const field of ready) runField(field, input, output, walk);
    if (undeclared !== "object") runUndeclared(input, output, walk);
    walk.depth--;
    return output;
  };

  function runUndeclared(input: Record<string, unknown>, output: Record<string, unknown>, walk: Walk): void {
    const field = catchall && readyField({ name: "", node: catchall });
    const unknown: string[] = [];
    for (const key in input) {
      if (declared.has(key) || (walk.isWriting && input[key] === undefined)) continue;
      if (isStrict) unknown.push(key);
      else if (key === "__proto__") continue;
      else if (field) runField({ ...field, name: key }, input, output, walk);
      else output[key] = input[key];
    }
    if (unknown.length > 0) reportUndeclared(walk, unknown, says);
  }

  return node(run, {
    parts: () => [...fields.map((field) => field.node), ...(catchall ? [catchall] : [])],
    isOpaque: undeclared === "loose",
    valuesOf: (key) => {
      const field = fields.find(({ name }) => name === key)?.node;
      const values = field?.values();
      return field?.absence() === "missing" ? values : plus(values, undefined);
    },
  });
}

/** Reports keys that nobody declared; their texts are made again when an intersection keeps only some. */
export function reportUndeclared(walk: Walk, keys: readonly string[], says: string | undefined): void {
  const message = says ?? undeclaredText(keys);
  walk.found.push({ code: "unrecognized_keys", path: [], message, goesOn: true, keys, says });
}

/** zod's text for undeclared keys. */
export function undeclaredText(keys: readonly string[]): string {
  return `Unrecognized key${keys.length > 1 ? "s" : ""}: ${keys.map((key) => `"${key}"`).join(", ")}`;
}

interface ReadyField {
  readonly name: string;
  readonly run: Run;
  readonly isRequired: boolean;
  /** Whether its absence is neither an issue nor worth a run. */
  readonly isSkipped: boolean;
  readonly isFilled: boolean;
  readonly mayVanish: boolean;
}

function readyField({ name, node }: Field): ReadyField {
  const absence = node.absence();
  const mayVanish = node.mayVanish();
  return {
    name,
    run: node.run,
    isRequired: absence === "missing",
    isSkipped: absence === "allowed" && mayVanish,
    isFilled: absence === "filled" && !mayVanish,
    mayVanish: absence !== "missing" && mayVanish,
  };
}

function runField(
  field: ReadyField,
  input: Record<string, unknown>,
  output: Record<string, unknown>,
  walk: Walk,
): void {
  const { name } = field;
  const item = input[name];
  const isPresent = item !== undefined || (!walk.isWriting && name in input);
  if (!isPresent && field.isSkipped) return;
  const start = walk.found.length;
  const result = field.run(item, walk);
  if (walk.found.length > start) {
    if (!isPresent && field.mayVanish) {
      walk.found.length = start;
      return;
    }
    prefix(walk, start, name);
  } else if (!isPresent && field.isRequired) {
    report(walk, "invalid_type", "Invalid input: expected nonoptional, received undefined");
    prefix(walk, start, name);
  }
  if (result !== undefined || (!walk.isWriting && (isPresent || field.isFilled))) output[name] = result;
}
