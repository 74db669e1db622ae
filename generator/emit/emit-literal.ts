import { group, ifBroken, indent, join, type Layout, line, softLine } from "./layout.js";

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** A property's name: bare where it is an identifier, else quoted. */
export function emitKey(name: string): string {
  return identifier.test(name) ? name : emitString(name);
}

/** A method's name in an interface, where a plain `new` would declare a constructor. */
export function emitMethodKey(name: string): string {
  return name === "new" ? '"new"' : emitKey(name);
}

/** A property's name in an object literal, where a plain `__proto__` would set the prototype. */
export function emitLiteralKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : emitKey(name);
}

/** Access to a property: `.name` or `["a name"]`. */
export function emitAccess(name: string): string {
  return identifier.test(name) ? `.${name}` : `[${emitString(name)}]`;
}

/** A string literal in the quotes that need fewer escapes. */
export function emitString(text: string): string {
  const quoted = JSON.stringify(text);
  if (!text.includes('"')) return quoted;
  const doubles = text.split('"').length;
  if (doubles <= text.split("'").length) return quoted;
  return `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A number as people write it: `30_000`, `-0`. */
export function emitNumber(value: number): string {
  if (Object.is(value, -0)) return "-0";
  const text = String(value);
  return /^-?\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, "_") : text;
}

/** One property of {@link emitObject}. */
export interface Property {
  readonly name: string;
  readonly value: Layout;
}

/** An object literal. It is broken over lines where it does not fit, or when `isBroken` says so. */
export function emitObject(properties: readonly Property[], isBroken = false): Layout {
  if (properties.length === 0) return "{}";
  const printed = properties.map(({ name, value }) => [emitLiteralKey(name), ": ", value]);
  return group(["{", indent([line, join([",", line], printed)]), ifBroken(","), line, "}"], isBroken);
}

/** A literal of plain data: JSON, and `undefined` left out of objects. */
export function emitData(value: unknown): Layout {
  if (value === null || value === undefined || typeof value === "boolean") return String(value);
  if (typeof value === "number") return emitNumber(value);
  if (typeof value === "string") return emitString(value);
  if (Array.isArray(value)) return emitArray(value);
  if (typeof value === "object") {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return emitObject(entries.map(([name, inner]) => ({ name, value: emitData(inner) })));
  }
  throw new TypeError(`a ${typeof value} is no plain data`);
}

function emitArray(items: readonly unknown[]): Layout {
  if (items.length === 0) return "[]";
  const printed = items.map(emitData);
  // The common formatters keep lists of numbers dense and break lists of lists.
  if (items.length > 1 && items.every((item) => typeof item === "number")) {
    return group(["[", indent([softLine, join([",", line], printed)]), ifBroken(","), softLine, "]"]);
  }
  const isBroken = items.length > 1 && (items.every(isLongList) || items.every(isLongObject));
  return group(["[", indent([softLine, join([",", line], printed)]), ifBroken(","), softLine, "]"], isBroken);
}

function isLongList(item: unknown): boolean {
  return Array.isArray(item) && item.length > 1;
}

function isLongObject(item: unknown): boolean {
  return typeof item === "object" && item !== null && !Array.isArray(item) && Object.keys(item).length > 1;
}
