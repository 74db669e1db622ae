import {
  type BigintCheck,
  type DateCheck,
  type FileCheck,
  type NumberCheck,
  type SizeCheck,
  type StringCheck,
  unknownKind,
} from "../../model/index.js";
import { emitNumber, emitString } from "../emit-literal.js";
import type { Layout } from "../layout.js";
import { printPattern } from "../straight/pattern.js";
import { call } from "./call-layout.js";
import { knownFormat, labelOf } from "./known-formats.js";

type Word = (name: string) => Layout;

/** The steps of a string. */
export function emitStringSteps(checks: readonly StringCheck[], word: Word): readonly Layout[] {
  return checks.map((check) => finish(check, emitStringCheck(check, word), word));
}

/** The steps of a number; nothing for a check that no finite number fails. */
export function emitNumberSteps(checks: readonly NumberCheck[], word: Word): readonly Layout[] {
  return checks.flatMap((check) => {
    const step = emitNumberCheck(check, word);
    return step === undefined ? [] : [finish(check, step, word)];
  });
}

/** The steps of an array. */
export function emitSizeSteps(checks: readonly SizeCheck[], word: Word): readonly Layout[] {
  return checks.flatMap((check) =>
    check.value === Number.POSITIVE_INFINITY ? [] : [finish(check, emitSizeCheck(check, word), word)],
  );
}

/** The steps of a bigint. */
export function emitBigintSteps(checks: readonly BigintCheck[], word: Word): readonly Layout[] {
  return checks.map((check) => finish(check, emitBigintCheck(check, word), word));
}

/** The steps of a date. */
export function emitDateSteps(checks: readonly DateCheck[], word: Word): readonly Layout[] {
  return checks.map((check) => finish(check, call(word(comparison(check)), emitNumber(check.value)), word));
}

/** The steps of a map or a set. */
export function emitMemberSteps(checks: readonly SizeCheck[], word: Word): readonly Layout[] {
  return checks.flatMap((check) =>
    check.value === Number.POSITIVE_INFINITY
      ? []
      : [finish(check, call(word(memberSizes[check.kind]), emitNumber(check.value)), word)],
  );
}

/** The steps of a file. */
export function emitFileSteps(checks: readonly FileCheck[], word: Word): readonly Layout[] {
  return checks.flatMap((check) => {
    if (check.kind === "mime")
      return [finish(check, call(word("mime"), ...check.types.map(emitString)), word)];
    if (check.value === Number.POSITIVE_INFINITY) return [];
    return [finish(check, call(word(fileSizes[check.kind]), emitNumber(check.value)), word)];
  });
}

const fileSizes = { min_length: "minBytes", max_length: "maxBytes", length: "exactBytes" } as const;

const memberSizes = { min_length: "minSize", max_length: "maxSize", length: "exactSize" } as const;

/** A pattern as the words take it. */
export function emitPattern(source: string, flags: string): string {
  return printPattern(source, flags).replace("/* @__PURE__ */ ", "");
}

/** The step with what the author says of its failure. */
function finish(check: object, step: Layout, word: Word): Layout {
  const { message, abort } = check as { readonly message?: string; readonly abort?: boolean };
  const spoken = message === undefined ? step : call(word("says"), emitString(message), step);
  return abort ? call(word("aborting"), spoken) : spoken;
}

function emitSizeCheck(
  check: { readonly kind: keyof typeof sizes; readonly value: number },
  word: Word,
): Layout {
  return call(word(sizes[check.kind]), emitNumber(check.value));
}

const sizes = { min_length: "min", max_length: "max", length: "length" } as const;

function emitStringCheck(check: StringCheck, word: Word): Layout {
  switch (check.kind) {
    case "min_length":
    case "max_length":
    case "length":
      return emitSizeCheck(check, word);
    case "format": {
      const { source, flags } = check.pattern;
      if (check.format === "regex") return call(word("regex"), emitPattern(source, flags));
      const known = knownFormat(check.format, check.pattern);
      if (known !== undefined) return word(known);
      return call(word("format"), emitString(labelOf(check.format)), emitPattern(source, flags));
    }
    case "coded_format":
      return emitCodedFormat(check, word);
    case "includes": {
      const position = check.position === undefined ? [] : [emitNumber(check.position)];
      return call(word("includes"), emitString(check.value), ...position);
    }
    case "starts_with":
      return call(word("startsWith"), emitString(check.value));
    case "ends_with":
      return call(word("endsWith"), emitString(check.value));
    case "trim":
      return word("trim");
    case "lower_case":
      return word("lower");
    case "upper_case":
      return word("upper");
    case "normalize":
      return call(word("normalize"), emitString(check.form));
    case "is_lower_case":
      return call(word("format"), emitString("lowercase"), "/^[^A-Z]*$/");
    case "is_upper_case":
      return call(word("format"), emitString("uppercase"), "/^[^a-z]*$/");
    default:
      return unknownKind(check);
  }
}

const codedWords: Readonly<Record<string, string>> = { credit_card: "creditCard" };

function emitCodedFormat(check: StringCheck & { readonly kind: "coded_format" }, word: Word): Layout {
  const { format, options } = check;
  const callee = word(codedWords[format] ?? format);
  if (format === "jwt") return call(callee, ...(options.alg ? [emitString(String(options.alg))] : []));
  const entries = Object.entries(options).map(([name, value]) => {
    const isPattern = typeof value === "object" && value !== null && "source" in value;
    const text = isPattern ? emitPattern(String(value.source), String(value.flags)) : JSON.stringify(value);
    return `${name}: ${text}`;
  });
  return call(callee, ...(entries.length === 0 ? [] : [`{ ${entries.join(", ")} }`]));
}

function emitBigintCheck(check: BigintCheck, word: Word): Layout {
  switch (check.kind) {
    case "greater_than":
    case "less_than":
      return call(word(comparison(check)), emitBigint(check.value));
    case "multiple_of":
      return call(word("bigintMultipleOf"), emitBigint(check.value));
    case "bigint_format": {
      const [least, most] = check.format === "uint64" ? [0n, 2n ** 64n - 1n] : [-(2n ** 63n), 2n ** 63n - 1n];
      return call(word("bigintWithin"), `${least}n`, `${most}n`);
    }
    default:
      return unknownKind(check);
  }
}

function emitBigint(value: string): string {
  return `${BigInt(value)}n`;
}

function comparison({
  kind,
  inclusive,
}: {
  readonly kind: "greater_than" | "less_than";
  readonly inclusive: boolean;
}): string {
  return `${kind === "greater_than" ? "gt" : "lt"}${inclusive ? "e" : ""}`;
}

function emitNumberCheck(check: NumberCheck, word: Word): Layout | undefined {
  switch (check.kind) {
    case "greater_than":
      if (check.value === Number.NEGATIVE_INFINITY) return undefined;
      return call(word(comparison(check)), emitNumber(check.value));
    case "less_than":
      if (check.value === Number.POSITIVE_INFINITY) return undefined;
      return call(word(comparison(check)), emitNumber(check.value));
    case "multiple_of":
      return call(word("multipleOf"), emitNumber(check.value));
    case "number_format":
      switch (check.format) {
        case "safeint":
          return word("int");
        case "int32":
          return call(word("intWithin"), emitNumber(-2_147_483_648), emitNumber(2_147_483_647));
        case "uint32":
          return call(word("intWithin"), "0", emitNumber(4_294_967_295));
        case "float32":
          return call(word("within"), emitNumber(-3.4028234663852886e38), emitNumber(3.4028234663852886e38));
        default:
          // Every finite number is a `float64`.
          return undefined;
      }
    default:
      return unknownKind(check);
  }
}
