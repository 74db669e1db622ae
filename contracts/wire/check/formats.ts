import type { Step } from "./check.js";
import { format } from "./pattern.js";
import * as patterns from "./patterns.js";

/** An e-mail address, by zod's own pattern; so are the others here. */
export const email: Step = /* @__PURE__ */ format("email address", patterns.emailPattern);

/** A UUID of any version. */
export const uuid: Step = /* @__PURE__ */ format("UUID", patterns.uuidPattern);

/** An IPv4 address. */
export const ipv4: Step = /* @__PURE__ */ format("IPv4 address", patterns.ipv4Pattern);

/** A range of IPv4 addresses. */
export const cidrv4: Step = /* @__PURE__ */ format("IPv4 range", patterns.cidrv4Pattern);

/** A MAC address, its bytes apart by colons. */
export const mac: Step = /* @__PURE__ */ format("MAC address", patterns.macPattern);

/** An ISO 8601 date and time in UTC, `Z` at its end. */
export const isoDatetime: Step = /* @__PURE__ */ format("ISO datetime", patterns.isoDatetimePattern);

/** An ISO 8601 date. */
export const isoDate: Step = /* @__PURE__ */ format("ISO date", patterns.isoDatePattern);

/** An ISO 8601 duration. */
export const isoDuration: Step = /* @__PURE__ */ format("ISO duration", patterns.isoDurationPattern);
