/** Whether zod takes the value for an object: anything that has keys, but no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether zod takes the value for a record: an object that no class has made. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  const owner: unknown = value.constructor;
  if (typeof owner !== "function") return true;
  const prototype: unknown = owner.prototype;
  return isObject(prototype) && Object.hasOwn(prototype, "isPrototypeOf");
}

/**
 * The keys of a record.
 *
 * @throws TypeError where one is a symbol: such a record is looked at by whoever reports.
 */
export function stringKeys(value: object): string[] {
  if (Object.getOwnPropertySymbols(value).length > 0) throw new TypeError("keys that are symbols");
  return Object.keys(value);
}
