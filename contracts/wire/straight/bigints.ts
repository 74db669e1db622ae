/** Most digits of a bigint on the wire: turning text into a number costs the square of its length. */
export const maxBigintDigits = 1000;

/** The bigint that a decimal text stands for; nothing for any other value. */
export function decodeBigint(value: unknown): bigint | undefined {
  if (typeof value !== "string" || value.length > maxBigintDigits + 1) return undefined;
  if (!/^-?(?:0|[1-9]\d*)$/.test(value)) return undefined;
  return value.replace("-", "").length > maxBigintDigits ? undefined : BigInt(value);
}

/** The decimal text of a bigint; nothing for one that has too many digits. */
export function encodeBigint(value: bigint): string | undefined {
  const text = String(value);
  return decodeBigint(text) === undefined ? undefined : text;
}
