export { aborting } from "./aborting.js";
export { anything } from "./anything.js";
export { array } from "./array.js";
export { bigint, bigintMultipleOf, bigintWithin, toBigint } from "./bigint.js";
export { blob, exactBytes, file, maxBytes, mime, minBytes } from "./blob.js";
export { arrayBuffer, bytes } from "./bytes.js";
export { type Absence, type Check, field, type Step, says } from "./check.js";
export { codec } from "./codec.js";
export { base64, base64url, creditCard, iban } from "./coded.js";
export { exactSize, map, maxSize, minSize, set } from "./collection.js";
export { date, toDate } from "./date.js";
export { exclusive } from "./exclusive.js";
export { cidrv4, email, ipv4, isoDate, isoDatetime, isoDuration, mac, uuid } from "./formats.js";
export { intersection } from "./intersection.js";
export { jwt } from "./jwt.js";
export { lined } from "./lined.js";
export { literals } from "./literals.js";
export { named } from "./named.js";
export { nan } from "./nan.js";
export { gt, gte, int, intWithin, lt, lte, multipleOf, number, within } from "./number.js";
export { loose, object, others, strict } from "./object.js";
export { format, regex } from "./pattern.js";
export { exhaustive, record } from "./record.js";
export { length, max, min } from "./size.js";
export { boxed, orNull, present } from "./slots.js";
export { endsWith, includes, lower, normalize, startsWith, string, template, trim, upper } from "./string.js";
export { stringBool } from "./string-bool.js";
export { tagged, taggedExclusive } from "./tagged.js";
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
