export { aborting } from "./aborting.js";
export { anything } from "./anything.js";
export { array } from "./array.js";
export { type Absence, type Check, field, type Step, says } from "./check.js";
export { base64, base64url, creditCard, iban } from "./coded.js";
export { cidrv4, email, ipv4, isoDate, isoDatetime, isoDuration, mac, uuid } from "./formats.js";
export { intersection } from "./intersection.js";
export { jwt } from "./jwt.js";
export { named } from "./named.js";
export { gt, gte, int, intWithin, lt, lte, multipleOf, number, within } from "./number.js";
export { loose, object, others, strict } from "./object.js";
export { format, regex } from "./pattern.js";
export { exhaustive, record } from "./record.js";
export { length, max, min } from "./size.js";
export { endsWith, includes, lower, normalize, startsWith, string, template, trim, upper } from "./string.js";
export { tuple } from "./tuple.js";
export { discriminated, union } from "./union.js";
export { cidrv6, ipv6, url } from "./url.js";
export { boolean, coerced, custom, never, oneOf, only } from "./value.js";
export {
  caught,
  exactOptional,
  nonoptional,
  nullable,
  optional,
  optionalFilled,
  prefault,
  readonly,
  withDefault,
} from "./wrappers.js";
