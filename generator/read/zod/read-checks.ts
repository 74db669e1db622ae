import type {
  BigintCheck,
  DateCheck,
  FileCheck,
  Json,
  NumberCheck,
  SizeCheck,
  StringCheck,
} from "../../model/index.js";
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

/** What a check says of its own failure. */
function readFailure(def: ZodCheckDefinition): { readonly message?: string; readonly abort?: true } {
  return { ...readMessage(def.error), ...(def.abort === true ? { abort: true } : {}) };
}

/** For {@link readChecks}: a check on the length of an array, or on the size of a map or a set. */
export function readSizeCheck(def: ZodCheckDefinition): SizeCheck | undefined {
  const failure = readFailure(def);
  if ((def.check === "min_length" || def.check === "min_size") && def.minimum !== undefined) {
    return { kind: "min_length", value: def.minimum, ...failure };
  }
  if ((def.check === "max_length" || def.check === "max_size") && def.maximum !== undefined) {
    return { kind: "max_length", value: def.maximum, ...failure };
  }
  const exact =
    def.check === "length_equals" ? def.length : def.check === "size_equals" ? def.size : undefined;
  return exact === undefined ? undefined : { kind: "length", value: exact, ...failure };
}

/** For {@link readChecks}: a check on a file. */
export function readFileCheck(def: ZodCheckDefinition): FileCheck | undefined {
  return def.check === "mime_type" && def.mime !== undefined
    ? { kind: "mime", types: def.mime, ...readFailure(def) }
    : readSizeCheck(def);
}

/** For {@link readChecks}: a check on a number. */
export function readNumberCheck(def: ZodCheckDefinition): NumberCheck | undefined {
  const failure = readFailure(def);
  if ((def.check === "greater_than" || def.check === "less_than") && typeof def.value === "number") {
    return { kind: def.check, value: def.value, inclusive: def.inclusive === true, ...failure };
  }
  if (def.check === "multiple_of" && typeof def.value === "number") {
    return { kind: "multiple_of", value: def.value, ...failure };
  }
  if (def.check === "number_format" && def.format !== undefined) {
    return { kind: "number_format", format: def.format, ...failure };
  }
  return undefined;
}

/** For {@link readChecks}: a check on a bigint. */
export function readBigintCheck(def: ZodCheckDefinition): BigintCheck | undefined {
  const failure = readFailure(def);
  if ((def.check === "greater_than" || def.check === "less_than") && typeof def.value === "bigint") {
    return { kind: def.check, value: String(def.value), inclusive: def.inclusive === true, ...failure };
  }
  if (def.check === "multiple_of" && typeof def.value === "bigint") {
    return { kind: "multiple_of", value: String(def.value), ...failure };
  }
  if (def.check === "bigint_format" && def.format !== undefined) {
    return { kind: "bigint_format", format: def.format, ...failure };
  }
  return undefined;
}

/** For {@link readChecks}: a check on a date. */
export function readDateCheck(def: ZodCheckDefinition): DateCheck | undefined {
  if (def.check !== "greater_than" && def.check !== "less_than") {
    return undefined;
  }
  const value = def.value instanceof Date ? def.value.getTime() : def.value;
  return typeof value === "number" && Number.isFinite(value)
    ? { kind: def.check, value, inclusive: def.inclusive === true, ...readFailure(def) }
    : undefined;
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
  const failure = readFailure(def);
  const { format = "" } = def;
  if (format === "includes" && def.includes !== undefined) {
    const position = def.position === undefined ? {} : { position: def.position };
    return { kind: "includes", value: def.includes, ...position, ...failure };
  }
  if (format === "starts_with" && def.prefix !== undefined) {
    return { kind: "starts_with", value: def.prefix, ...failure };
  }
  if (format === "ends_with" && def.suffix !== undefined) {
    return { kind: "ends_with", value: def.suffix, ...failure };
  }
  if (format === "lowercase" || format === "uppercase") {
    return { kind: format === "lowercase" ? "is_lower_case" : "is_upper_case", ...failure };
  }
  if (codedFormats.has(format)) {
    return { kind: "coded_format", format, options: readFormatOptions(def), ...failure };
  }
  // `z.stringFormat(name, function)` has a function and no pattern: the author's own check.
  if (def.pattern === undefined) {
    return undefined;
  }
  const { source, flags } = def.pattern;
  return { kind: "format", format, pattern: { source, flags }, ...failure };
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
