import { type Issue, WireError } from "../../contracts/wire/index.js";

/** Most levels of nesting that either side takes; docs/wire.md. */
const maxDepth = 64;
/** Most values within one payload, keys not counted; docs/wire.md. */
const maxNodes = 100_000;

/**
 * How many bytes a payload takes on the wire at most: an upper bound from one cheap walk, so that the exact
 * length need only be counted for what comes near a limit.
 *
 * @throws WireError `bad_input` for what JSON does not carry (a cycle, a bigint, NaN, a function, a Date),
 *   `too_large` for what is deeper or more numerous than the other side takes.
 */
export function weighPayload(payload: unknown): number {
  const path: (string | number)[] = [];
  const parents: object[] = [];
  let nodes = 0;

  const refuse = (what: string): never => {
    const issue: Issue = { code: "custom", path: [...path], message: `JSON does not carry ${what}` };
    throw new WireError("bad_input", `${issue.message}.`, { issues: [issue] });
  };

  const weigh = (value: unknown): number => {
    if (++nodes > maxNodes) {
      throw new WireError("too_large", `The payload holds more than ${maxNodes} values.`);
    }
    switch (typeof value) {
      case "string":
        // An escape takes six bytes for one UTF-16 unit; nothing takes more.
        return value.length * 6 + 3;
      case "number":
        return Number.isFinite(value) ? 25 : refuse("NaN or Infinity");
      case "boolean":
        return 6;
      case "object":
        return value === null ? 5 : weighObject(value);
      default:
        return refuse(`a value of type ${typeof value}`);
    }
  };

  const weighObject = (value: object): number => {
    if (parents.includes(value)) refuse("a cycle");
    if (parents.length === maxDepth) {
      throw new WireError("too_large", `The payload is nested deeper than ${maxDepth} levels.`);
    }
    let bytes = 3;
    parents.push(value);
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        path.push(index);
        bytes += weigh(value[index]);
        path.pop();
      }
    } else {
      if (!isPlain(value)) refuse("an instance of a class");
      for (const [key, field] of Object.entries(value)) {
        // JSON leaves out the key, and so does the reader.
        if (field === undefined) continue;
        path.push(key);
        bytes += key.length * 6 + 4 + weigh(field);
        path.pop();
      }
    }
    parents.pop();
    return bytes;
  };

  return payload === undefined ? 5 : weigh(payload);
}

/** Whether JSON gives back the same: an object literal of this realm or another one. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
