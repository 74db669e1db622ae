import { anything } from "./anything.js";
import type { Check } from "./check.js";
import { enter, prefix, report, reportType, runAt, type Walk } from "./walk.js";

type Fields = Readonly<Record<string, Check>>;
/** Any object can be asked for any key. */
type Keyed = Record<string, unknown>;

/** What happens to the keys that nobody declared. */
export type Undeclared = (
  fields: Fields,
  input: Keyed,
  output: Keyed,
  walk: Walk,
  says: string | undefined,
) => void;

/**
 * An object. In what is written an `undefined` field is as good as absent, because it does not travel; an own
 * `__proto__` is never read or written, whoever declares it.
 *
 * @param undeclared - Undeclared keys are left out, unless this refuses, keeps or checks them.
 */
export function object(fields: Fields, undeclared?: Undeclared): Check {
  const entries = Object.entries(fields);
  return (value, walk, says) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return reportType(walk, says, "object", value);
    }
    enter(walk);
    const input = value as Keyed;
    const output: Keyed = {};
    for (const [name, check] of entries) runField(check, name, input, output, walk);
    undeclared?.(fields, input, output, walk, says);
    walk.depth--;
    return output;
  };
}

/** Refuses undeclared keys. */
export const strict: Undeclared = (fields, input, _output, walk, says) => {
  const keys = undeclaredKeys(fields, input, walk);
  if (keys.length > 0) reportUndeclared(walk, says, keys);
};

/** Keeps undeclared keys as they are. */
export const loose: Undeclared = (fields, input, output, walk) => {
  for (const key of undeclaredKeys(fields, input, walk)) {
    if (key !== "__proto__") output[key] = runAt(anything, input[key], key, walk);
  }
};

/** Reads undeclared keys by a schema of their own. */
export function others(check: Check): Undeclared {
  return (fields, input, output, walk) => {
    for (const key of undeclaredKeys(fields, input, walk)) runField(check, key, input, output, walk);
  };
}

function undeclaredKeys(fields: Fields, input: Keyed, walk: Walk): readonly string[] {
  const keys: string[] = [];
  for (const key in input) {
    if (!Object.hasOwn(fields, key) && !(walk.isWriting && input[key] === undefined)) keys.push(key);
  }
  return keys;
}

/** Reports keys that nobody declared; their text is made again when an intersection keeps only some. */
export function reportUndeclared(walk: Walk, says: string | undefined, keys: readonly string[]): void {
  const names = keys.map((key) => `"${key}"`).join(", ");
  report(walk, says, "unrecognized_keys", `Unrecognized key${keys.length > 1 ? "s" : ""}: ${names}`, true);
  Object.assign(walk.found.at(-1) ?? {}, { keys, says });
}

function runField(node: Check, name: string, input: Keyed, output: Keyed, walk: Walk): void {
  if (name === "__proto__") return;
  const { absence, mayVanish } = node;
  const { found, isWriting } = walk;
  const item = input[name];
  const isPresent = item !== undefined || (!isWriting && name in input);
  if (!isPresent && mayVanish && absence === "allowed") return;
  const start = found.length;
  const result = node(item, walk);
  const isFine = found.length === start;
  if (!isPresent && !isFine && absence && mayVanish) {
    found.length = start;
    return;
  }
  if (!isPresent && isFine && !absence) reportType(walk, undefined, "nonoptional", item);
  prefix(walk, start, name);
  const isKept = isPresent || (absence === "filled" && !mayVanish);
  if (result !== undefined || (isKept && !isWriting)) output[name] = result;
}
