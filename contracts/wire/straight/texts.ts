/** What every platform has of the URL standard; this project is compiled without a platform's types. */
declare const URL: new (text: string) => object;

/** The length of a text as zod counts it: a pair of surrogates is one. */
export function countCodePoints(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index++) {
    if ((text.charCodeAt(index - 1) & 0xfc00) !== 0xd800) continue;
    if ((text.charCodeAt(index) & 0xfc00) !== 0xdc00) continue;
    count--;
    index++;
  }
  return count;
}

/** Whether the URL parser takes the text. */
export function isUrl(text: string): boolean {
  try {
    return new URL(text) !== null;
  } catch {
    return false;
  }
}

/** Whether the text is an IPv6 address, as zod has it. */
export function isIpv6(text: string): boolean {
  return /^[0-9a-fA-F:.]+$/.test(text) && isUrl(`http://[${text}]`);
}

/** Whether the text is base64 with its padding. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[0-9a-zA-Z+/]*={0,2}$/.test(text);
}

/** Whether the text is base64url without padding. */
export function isBase64url(text: string): boolean {
  return text.length % 4 !== 1 && /^[\w-]*$/.test(text);
}
