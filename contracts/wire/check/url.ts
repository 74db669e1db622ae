import type { Step } from "./check.js";
import { coded } from "./coded.js";
import { reportFormat } from "./pattern.js";

/** What every platform has of the URL standard; this project is compiled without a platform's types. */
declare const URL: new (
  text: string,
) => { readonly hostname: string; readonly protocol: string; readonly href: string };

/** What `z.url` takes. */
export interface UrlOptions {
  readonly hostname?: RegExp;
  readonly protocol?: RegExp;
  readonly normalize?: boolean;
}

/** A URL. */
export function url({ hostname, protocol, normalize }: UrlOptions = {}): Step {
  return (value, walk, says) => {
    // Steps run on what passed the type check.
    const text = value as string;
    const fail = () => reportFormat(walk, says, "URL");
    const trimmed = text.trim();
    if (!normalize && protocol?.source === "^https?$" && !/^https?:\/\//i.test(trimmed)) {
      fail();
      return text;
    }
    try {
      const parsed = new URL(trimmed);
      if (!matches(hostname, parsed.hostname)) fail();
      if (!matches(protocol, parsed.protocol.replace(/:$/, ""))) fail();
      return normalize ? parsed.href : trimmed.replace(/[\t\n\r]/g, "");
    } catch {
      fail();
      return text;
    }
  };
}

function matches(pattern: RegExp | undefined, text: string): boolean {
  // Each time from the start, whatever the flags.
  return !pattern || new RegExp(pattern).test(text);
}

/** An IPv6 address. */
export function ipv6(): Step {
  return coded("IPv6 address", isIpv6);
}

/** A range of IPv6 addresses. */
export function cidrv6(): Step {
  return coded("IPv6 range", (text) => {
    const [address = "", bits = "", ...more] = text.split("/");
    return more.length === 0 && `${Number(bits)}` === bits && +bits >= 0 && +bits <= 128 && isIpv6(address);
  });
}

function isIpv6(text: string): boolean {
  try {
    // The alphabet keeps the URL parser from seeing anything but an address.
    return /^[0-9a-fA-F:.]+$/.test(text) && new URL(`http://[${text}]`) !== null;
  } catch {
    return false;
  }
}
