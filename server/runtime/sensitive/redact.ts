import type { PayloadCheck, SensitivePath } from "../../../contracts/wire/index.js";

/** What stands in a log where the contract says that something is sensitive. */
export const redactedText = "[redacted]";

/** A payload as it may be logged: a copy as far as something in it is sensitive, else the payload itself. */
export function redactPayload(check: PayloadCheck | undefined, value: unknown): unknown {
  return check?.sensitive === undefined ? value : redact(value, check.sensitive);
}

function redact(value: unknown, paths: readonly SensitivePath[]): unknown {
  // What is not there is no secret, and optional places often are not.
  if (paths.length === 0 || value === undefined) return value;
  if (paths.some((path) => path.length === 0)) return redactedText;
  const below = (key: unknown) =>
    paths.filter(([step]) => step === null || String(step) === String(key)).map(([, ...further]) => further);
  if (Array.isArray(value)) return value.map((item, index) => redact(item, below(index)));
  if (value instanceof Map) {
    return new Map([...value].map(([key, entry]) => [key, redact(entry, below(key))]));
  }
  if (value instanceof Set) return new Set([...value].map((item) => redact(item, below(null))));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, redact(field, below(key))]));
}
