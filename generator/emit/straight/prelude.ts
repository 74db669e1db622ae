import type * as prelude from "../../../contracts/wire/straight/index.js";

/** Name of a function that printed code calls and has to find imported: those of contracts/wire/straight. */
export type PreludeName = keyof typeof prelude;

const names: Readonly<Record<PreludeName, true>> = {
  countCodePoints: true,
  isBase64: true,
  isBase64url: true,
  isIpv6: true,
  isMultiple: true,
  isObject: true,
  isPlainObject: true,
  isUrl: true,
  stringKeys: true,
};

/** All of them. */
export const preludeNames: readonly string[] = Object.keys(names);
