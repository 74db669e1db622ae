/** The date that an ISO 8601 text with a time and a zone stands for; nothing for any other value. */
export function decodeDate(value: unknown): Date | undefined {
  if (typeof value !== "string" || !isoText.test(value)) return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const isoText = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Whether the value is a date that is one. */
export function isDate(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime());
}
