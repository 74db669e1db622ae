export { isMultiple } from "./numbers.js";
export { isObject, isPlainObject, stringKeys } from "./objects.js";
export { countCodePoints, isBase64, isBase64url, isIpv6, isUrl } from "./texts.js";
