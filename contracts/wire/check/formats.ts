import type { Step } from "./check.js";
import { checkPattern } from "./pattern.js";
import * as patterns from "./patterns.js";

/** An e-mail address, by zod's own pattern; so are the others here. */
export const email: Step = (value, walk, says) =>
  checkPattern(value, walk, says, patterns.emailPattern, "email address");

/** A UUID of any version. */
export const uuid: Step = (value, walk, says) =>
  checkPattern(value, walk, says, patterns.uuidPattern, "UUID");

/** An IPv4 address. */
export const ipv4: Step = (value, walk, says) =>
  checkPattern(value, walk, says, patterns.ipv4Pattern, "IPv4 address");

/** A range of IPv4 addresses. */
export const cidrv4: Step = (value, walk, says) =>
  checkPattern(value, walk, says, patterns.cidrv4Pattern, "IPv4 range");

/** A MAC address, its bytes apart by colons. */
export const mac: Step = (value, walk, says) =>
  checkPattern(value, walk, says, patterns.macPattern, "MAC address");

/** An ISO 8601 date and time in UTC, `Z` at its end. */
export const isoDatetime: Step = (value, walk, says) =>
  checkPattern(value, walk, says, patterns.isoDatetimePattern, "ISO datetime");

/** An ISO 8601 date. */
export const isoDate: Step = (value, walk, says) =>
  checkPattern(value, walk, says, patterns.isoDatePattern, "ISO date");

/** An ISO 8601 duration. */
export const isoDuration: Step = (value, walk, says) =>
  checkPattern(value, walk, says, patterns.isoDurationPattern, "ISO duration");
