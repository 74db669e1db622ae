import { describeForeign } from "../../contracts/wire/check/anything.js";
import type { Issue } from "../../contracts/wire/index.js";

/** Levels of arrays and objects that readers take: clients, and servers that are not told otherwise. */
const maxDepth = 64;

type Path = readonly (string | number)[];

/**
 * The first place of a value that JSON cannot hold, or would turn into something else without a word: `NaN`, a
 * bigint, a Map, a Date, memory, a hole in an array, a cycle. For payloads whose schema has places that take anything.
 */
export function findUnencodable(value: unknown): Issue | undefined {
  return find(value, []);
}

function find(value: unknown, path: Path): Issue | undefined {
  const isItem = typeof path.at(-1) === "number";
  const foreign = describeForeign(value, isItem);
  if (foreign !== undefined) return issueAt(path, `JSON does not carry ${foreign}`);
  return typeof value === "object" && value !== null ? findInObject(value, path) : undefined;
}

function findInObject(value: object, path: Path): Issue | undefined {
  if (path.length >= maxDepth) {
    return issueAt([], `nested deeper than ${maxDepth} levels, or holds itself`);
  }
  // By index in an array: its holes count too.
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    const issue = find(Reflect.get(value, key), [...path, key]);
    if (issue !== undefined) return issue;
  }
  return undefined;
}

function issueAt(path: Path, message: string): Issue {
  return { code: "not_encodable", path: path.slice(0, 32), message };
}
