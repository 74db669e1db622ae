import type { Json, NumberCheck, SizeCheck, StringCheck } from "../../model/index.js";
import { readMessage } from "./read-constant.js";
import type { ZodCheck, ZodCheckDefinition } from "./zod-schema.js";

/** What became of a schema's list of checks. */
export interface CheckList<Check> {
  readonly checks: readonly Check[];
  /** The author's own checks, by number. */
  readonly customChecks: number;
  /**
   * A conversion of the author's own stands in the list (`.overwrite()`, `.slugify()`): `checks` are those
   * before it, and what comes behind it judges a value that only the author's code makes.
   */
  readonly isConverted: boolean;
  /** An author's check is an async function. */
  readonly isAsync: boolean;
}

/** Reads a schema's checks in zod's order. `known` is asked for each; undefined stands for the author's own. */
export function readChecks<Check>(
  list: readonly ZodCheck[],
  known: (definition: ZodCheckDefinition) => Check | undefined,
): CheckList<Check> {
  const checks: Check[] = [];
  let customChecks = 0;
  let isConverted = false;
  let isAsync = false;
  for (const { _zod: check } of list) {
    const { def } = check;
    if (silent.has(def.check)) {
      continue;
    }
    isAsync ||= isAsyncFunction(def.fn) || isAsyncFunction(check.check) || isAsyncFunction(def.tx);
    const found = isConverted ? undefined : known(def);
    if (found !== undefined) {
      checks.push(found);
    } else if (def.check === "overwrite") {
      isConverted = true;
    } else {
      customChecks++;
    }
  }
  return { checks, customChecks, isConverted, isAsync };
}

/** `.describe()` and `.meta()` of zod/mini are checks that check nothing. */
const silent: ReadonlySet<string> = new Set(["describe", "meta"]);

export function isAsyncFunction(value: unknown): boolean {
  return typeof value === "function" && value.constructor.name === "AsyncFunction";
}

/** For {@link readChecks}: a check on an array's length. */
export function readSizeCheck(def: ZodCheckDefinition): SizeCheck | undefined {
  const message = readMessage(def.error);
  if (def.check === "min_length" && def.minimum !== undefined) {
    return { kind: "min_length", value: def.minimum, ...message };
  }
  if (def.check === "max_length" && def.maximum !== undefined) {
    return { kind: "max_length", value: def.maximum, ...message };
  }
  if (def.check === "length_equals" && def.length !== undefined) {
    return { kind: "length", value: def.length, ...message };
  }
  return undefined;
}

/** For {@link readChecks}: a check on a number. */
export function readNumberCheck(def: ZodCheckDefinition): NumberCheck | undefined {
  const message = readMessage(def.error);
  if ((def.check === "greater_than" || def.check === "less_than") && typeof def.value === "number") {
    return { kind: def.check, value: def.value, inclusive: def.inclusive === true, ...message };
  }
  if (def.check === "multiple_of" && typeof def.value === "number") {
    return { kind: "multiple_of", value: def.value, ...message };
  }
  if (def.check === "number_format" && def.format !== undefined) {
    return { kind: "number_format", format: def.format, ...message };
  }
  return undefined;
}

/** For {@link readChecks}: a check on a string, or one of zod's own conversions of it. */
export function readStringCheck(def: ZodCheckDefinition): StringCheck | undefined {
  if (def.check === "overwrite") {
    return readOverwrite(def.tx);
  }
  return def.check === "string_format" ? readFormat(def) : readSizeCheck(def);
}

/** Formats that zod checks by code; their pattern, where they have one, says less than the code. */
const codedFormats: ReadonlySet<string> = new Set([
  "url",
  "ipv6",
  "cidrv6",
  "base64",
  "base64url",
  "jwt",
  "credit_card",
  "iban",
]);

function readFormat(def: ZodCheckDefinition): StringCheck | undefined {
  const message = readMessage(def.error);
  const { format = "" } = def;
  if (format === "includes" && def.includes !== undefined) {
    const position = def.position === undefined ? {} : { position: def.position };
    return { kind: "includes", value: def.includes, ...position, ...message };
  }
  if (format === "starts_with" && def.prefix !== undefined) {
    return { kind: "starts_with", value: def.prefix, ...message };
  }
  if (format === "ends_with" && def.suffix !== undefined) {
    return { kind: "ends_with", value: def.suffix, ...message };
  }
  if (format === "lowercase" || format === "uppercase") {
    return { kind: format === "lowercase" ? "is_lower_case" : "is_upper_case", ...message };
  }
  if (codedFormats.has(format)) {
    return { kind: "coded_format", format, options: readFormatOptions(def), ...message };
  }
  // `z.stringFormat(name, function)` has a function and no pattern: the author's own check.
  if (def.pattern === undefined) {
    return undefined;
  }
  const { source, flags } = def.pattern;
  return { kind: "format", format, pattern: { source, flags }, ...message };
}

function readFormatOptions(def: ZodCheckDefinition): Record<string, Json> {
  const pattern = (expression: RegExp): Json => ({ source: expression.source, flags: expression.flags });
  return {
    ...(def.hostname === undefined ? {} : { hostname: pattern(def.hostname) }),
    ...(def.protocol === undefined ? {} : { protocol: pattern(def.protocol) }),
    ...(def.normalize === undefined ? {} : { normalize: def.normalize }),
    ...(def.alg === undefined ? {} : { alg: def.alg }),
  };
}

/**
 * zod keeps of `.trim()` and its like only a function. Its text says which it is; an author's function of the
 * same text does the same.
 */
function readOverwrite(convert: ((value: unknown) => unknown) | undefined): StringCheck | undefined {
  const text = String(convert);
  const method = /^\(?(\w+)\)?\s*=>\s*\1\.(\w+)\(\w*\)$/.exec(text)?.[2];
  switch (method) {
    case "trim":
      return { kind: "trim" };
    case "toLowerCase":
      return { kind: "lower_case" };
    case "toUpperCase":
      return { kind: "upper_case" };
    case "normalize": {
      const form = ["NFC", "NFD", "NFKC", "NFKD"].find((name) => probe.normalize(name) === convert?.(probe));
      return form === undefined ? undefined : { kind: "normalize", form };
    }
    default:
      return undefined;
  }
}

/** Each of the four forms of Unicode normalisation makes something else of it. */
const probe = "\u00e9e\u0301\ufb01";
