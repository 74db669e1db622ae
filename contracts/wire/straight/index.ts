export * from "../check/patterns.js";
export { decodeBigint, encodeBigint } from "./bigints.js";
export { bytesOf, copyMemory, decodeBytes } from "./bytes.js";
export { decodeDate, isDate } from "./dates.js";
export { isJson } from "./json.js";
export { isMultiple } from "./numbers.js";
export { isObject, isPlainObject, stringKeys } from "./objects.js";
export { stopAt } from "./stopped.js";
export { countCodePoints, isBase64, isBase64url, isIpv6, isUrl } from "./texts.js";
