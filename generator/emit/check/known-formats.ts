import * as patterns from "../../../contracts/wire/check/patterns.js";

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** The word of the runtime that matches just this pattern: long ones of zod's live there once. */
export function knownFormat(format: string, { source, flags }: Pattern): string | undefined {
  const known = Object.hasOwn(words, format) ? words[format] : undefined;
  return known?.pattern.source === source && known.pattern.flags === flags ? known.word : undefined;
}

const words: Readonly<Record<string, { readonly word: string; readonly pattern: Pattern }>> = {
  email: { word: "email", pattern: patterns.emailPattern },
  uuid: { word: "uuid", pattern: patterns.uuidPattern },
  ipv4: { word: "ipv4", pattern: patterns.ipv4Pattern },
  cidrv4: { word: "cidrv4", pattern: patterns.cidrv4Pattern },
  mac: { word: "mac", pattern: patterns.macPattern },
  datetime: { word: "isoDatetime", pattern: patterns.isoDatetimePattern },
  date: { word: "isoDate", pattern: patterns.isoDatePattern },
  duration: { word: "isoDuration", pattern: patterns.isoDurationPattern },
};

/** What zod's English texts call a format; the others go by their own name. */
export function labelOf(format: string): string {
  return Object.hasOwn(labels, format) ? (labels[format] ?? format) : format;
}

const labels: Readonly<Record<string, string>> = {
  email: "email address",
  uuid: "UUID",
  uuidv4: "UUIDv4",
  uuidv6: "UUIDv6",
  guid: "GUID",
  ulid: "ULID",
  xid: "XID",
  ksuid: "KSUID",
  datetime: "ISO datetime",
  date: "ISO date",
  time: "ISO time",
  duration: "ISO duration",
  ipv4: "IPv4 address",
  mac: "MAC address",
  cidrv4: "IPv4 range",
  json_string: "JSON string",
  e164: "E.164 number",
  currency_code: "currency code",
  template_literal: "input",
};
