import type { Step } from "./check.js";
import { reportFormat } from "./pattern.js";

/** Formats that zod checks by code: https://zod.dev/api#string-formats. */
export function coded(what: string, test: (text: string) => boolean): Step {
  return (value, walk, says) => {
    // Steps run on what passed the type check.
    if (!test(value as string)) reportFormat(walk, says, what);
    return value;
  };
}

/** base64. */
export function base64(): Step {
  return coded(
    "base64-encoded string",
    (text) => text.length % 4 === 0 && /^[\w+/]*={0,2}$/.test(text) && !text.includes("_"),
  );
}

/** base64url. */
export function base64url(): Step {
  return coded("base64url-encoded string", (text) => /^[\w-]*$/.test(text) && text.length % 4 !== 1);
}

/** The number of a payment card. */
export function creditCard(): Step {
  return coded(
    "credit card number",
    (text) => /^\d(?:[ -]?\d){11,18}$/.test(text) && isLuhn(text.replace(/[- ]/g, "")),
  );
}

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    sum += index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** An international bank account number. */
export function iban(): Step {
  return coded("IBAN", (text) => /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/.test(text) && isMod97(text));
}

function isMod97(text: string): boolean {
  let remainder = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
