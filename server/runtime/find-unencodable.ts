import type { Issue } from "../../contracts/wire/index.js";
import { isBinary, maxDepth } from "./fits-limits.js";

type Path = readonly (string | number)[];

/**
 * The first place of a value that JSON cannot hold, or would turn into something else without a word: `NaN`, a
 * bigint, a Map, a hole in an array, a cycle. For payloads whose schema has places that take anything.
 */
export function findUnencodable(value: unknown): Issue | undefined {
  return find(value, []);
}

function find(value: unknown, path: Path): Issue | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : issueAt(path, `JSON has no ${value}`);
    case "object":
      return value === null ? undefined : findInObject(value, path);
    case "undefined":
      // Absent at the root is no payload, absent under a key is no key; only an array has to put something there.
      return typeof path.at(-1) === "number"
        ? issueAt(path, "JSON turns undefined in an array into null")
        : undefined;
    default:
      return issueAt(path, `JSON has no ${typeof value}`);
  }
}

function findInObject(value: object, path: Path): Issue | undefined {
  if (isBinary(value)) return undefined;
  if (path.length >= maxDepth) {
    return issueAt([], `nested deeper than ${maxDepth} levels, or holds itself`);
  }
  if (Array.isArray(value)) {
    // By index, because forEach and its kin skip holes.
    for (let index = 0; index < value.length; index++) {
      const issue = find(value[index], [...path, index]);
      if (issue !== undefined) return issue;
    }
    return undefined;
  }
  if ("toJSON" in value && typeof value.toJSON === "function") return findInJson(value, path);
  const kind = Object.prototype.toString.call(value);
  if (kind !== "[object Object]") return issueAt(path, `JSON has no ${kind.slice(8, -1)}`);
  for (const [key, item] of Object.entries(value)) {
    const issue = find(item, [...path, key]);
    if (issue !== undefined) return issue;
  }
  return undefined;
}

function findInJson(value: object, path: Path): Issue | undefined {
  if (value instanceof Date && Number.isNaN(value.getTime())) {
    return issueAt(path, "JSON turns a Date without a time into null");
  }
  try {
    // What JSON.stringify itself puts in the value's place; it is called as a method, as there.
    const json: unknown = (value as { toJSON(): unknown }).toJSON();
    return json === value ? undefined : find(json, path);
  } catch {
    // The author's own toJSON; its error may hold anything and says nothing of the contract.
    return issueAt(path, "`toJSON` throws");
  }
}

function issueAt(path: Path, message: string): Issue {
  return { code: "not_encodable", path: path.slice(0, 32), message };
}
