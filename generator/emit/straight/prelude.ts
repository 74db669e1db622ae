import type * as prelude from "../../../contracts/wire/straight/index.js";

/** Name of a function that printed code calls and has to find imported: those of contracts/wire/straight. */
export type PreludeName = keyof typeof prelude;

const names: Readonly<Record<PreludeName, true>> = {
  bytesOf: true,
  cidrv4Pattern: true,
  copyMemory: true,
  countCodePoints: true,
  decodeBigint: true,
  decodeBytes: true,
  decodeDate: true,
  emailPattern: true,
  encodeBigint: true,
  ipv4Pattern: true,
  isBase64: true,
  isBase64url: true,
  isDate: true,
  isIpv6: true,
  isoDatePattern: true,
  isoDatetimePattern: true,
  isoDurationPattern: true,
  isJson: true,
  isMultiple: true,
  isObject: true,
  isPlainObject: true,
  isUrl: true,
  macPattern: true,
  stopAt: true,
  stringKeys: true,
  uuidPattern: true,
};

/** All of them. */
export const preludeNames: readonly string[] = Object.keys(names);

export function isPreludeName(name: string): name is PreludeName {
  return Object.hasOwn(names, name);
}
