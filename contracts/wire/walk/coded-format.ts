import type { PlanJson } from "../plan.js";
import { type Run, report } from "./walk.js";

/** What every platform has of the URL standard; this project is compiled without a platform's types. */
declare const URL: new (
  text: string,
) => { readonly hostname: string; readonly protocol: string; readonly href: string };
declare const atob: (base64: string) => string;

type Options = { readonly [key: string]: PlanJson };

/** Runs a format that zod checks by code: https://zod.dev/api#string-formats. */
export function codedFormat(format: string, options: Options, message: string): Run {
  return (value, walk) => {
    const fail = () => report(walk, "invalid_format", message, true);
    // Runs on what passed the type check.
    const text = value as string;
    if (format === "url") return checkUrl(text, options, fail);
    if (!tests[format]?.(text, options)) fail();
    return value;
  };
}

const tests: Readonly<Record<string, (text: string, options: Options) => boolean>> = {
  ipv6: isIpv6,
  cidrv6: (text) => {
    const [address = "", bits = "", ...more] = text.split("/");
    return more.length === 0 && `${Number(bits)}` === bits && +bits >= 0 && +bits <= 128 && isIpv6(address);
  },
  base64: (text) => text.length % 4 === 0 && /^[\w+/]*={0,2}$/.test(text) && !text.includes("_"),
  base64url: (text) => /^[\w-]*$/.test(text) && text.length % 4 !== 1,
  credit_card: (text) => /^\d(?:[ -]?\d){11,18}$/.test(text) && isLuhn(text.replace(/[- ]/g, "")),
  iban: (text) => /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/.test(text) && isMod97(text),
  jwt: isJwt,
};

function checkUrl(text: string, options: Options, fail: () => void): string {
  const { hostname, protocol, normalize } = options;
  const trimmed = text.trim();
  const bare = trimmed.replace(/[\t\n\r]/g, "");
  if (!normalize && isPattern(protocol) && protocol.source === "^https?$" && !/^https?:\/\//i.test(trimmed)) {
    fail();
    return text;
  }
  try {
    const url = new URL(trimmed);
    if (isPattern(hostname) && !matches(hostname, url.hostname)) fail();
    if (isPattern(protocol) && !matches(protocol, url.protocol.replace(/:$/, ""))) fail();
    return normalize ? url.href : bare;
  } catch {
    fail();
    return text;
  }
}

function isPattern(
  value: PlanJson | undefined,
): value is { readonly source: string; readonly flags: string } {
  return typeof value === "object" && value !== null && "source" in value;
}

function matches(pattern: { readonly source: string; readonly flags: string }, text: string): boolean {
  return new RegExp(pattern.source, pattern.flags).test(text);
}

function isIpv6(text: string): boolean {
  try {
    // The alphabet keeps the URL parser from seeing anything but an address.
    return /^[0-9a-fA-F:.]+$/.test(text) && new URL(`http://[${text}]`) !== null;
  } catch {
    return false;
  }
}

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    sum += index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

function isMod97(iban: string): boolean {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

function isJwt(token: string, { alg }: Options): boolean {
  try {
    const parts = token.split(".");
    const header = JSON.parse(atob(parts[0] ?? ""));
    if (parts.length !== 3 || !parts[0] || ("typ" in header && header.typ !== "JWT")) return false;
    return Boolean(header.alg) && (!alg || header.alg === alg);
  } catch {
    return false;
  }
}
