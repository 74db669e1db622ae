/** Functions that printed code calls, by name; each is printed where it is used and not provided. */
export const prelude = {
  isObject: `function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}`,
  isPlainObject: `function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const owner: unknown = value.constructor;
  if (typeof owner !== "function") return true;
  const prototype: unknown = owner.prototype;
  if (typeof prototype !== "object" || prototype === null || Array.isArray(prototype)) return false;
  return Object.prototype.hasOwnProperty.call(prototype, "isPrototypeOf");
}`,
  stringKeys: `function stringKeys(value: object): string[] {
  if (Object.getOwnPropertySymbols(value).length > 0) throw new TypeError("keys that are symbols");
  return Object.keys(value);
}`,
  countCodePoints: `function countCodePoints(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index++) {
    if ((text.charCodeAt(index - 1) & 0xfc00) !== 0xd800) continue;
    if ((text.charCodeAt(index) & 0xfc00) !== 0xdc00) continue;
    count--;
    index++;
  }
  return count;
}`,
  isMultiple: `function isMultiple(value: number, step: number): boolean {
  const ratio = value / step;
  return Math.abs(ratio - Math.round(ratio)) < 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
}`,
  isUrl: `function isUrl(text: string): boolean {
  try {
    return new URL(text) !== null;
  } catch {
    return false;
  }
}`,
  isIpv6: `function isIpv6(text: string): boolean {
  return /^[0-9a-fA-F:.]+$/.test(text) && isUrl(\`http://[\${text}]\`);
}`,
  isBase64: `function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[0-9a-zA-Z+/]*={0,2}$/.test(text);
}`,
  isBase64url: `function isBase64url(text: string): boolean {
  return text.length % 4 !== 1 && /^[\\w-]*$/.test(text);
}`,
} as const;

/** Name of a function of the prelude. */
export type PreludeName = keyof typeof prelude;

/** Functions of the prelude that these ones call. */
export const preludeNeeds: Readonly<Partial<Record<PreludeName, readonly PreludeName[]>>> = {
  isIpv6: ["isUrl"],
};
