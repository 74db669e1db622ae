/** Schema in, words out: the expression by which a runtime validates without zod (contracts/wire/check). */
import { type LiteralValue, type SchemaAddress, type SchemaModel, unknownKind } from "../../model/index.js";
import { emitData, emitLiteralKey, emitString } from "../emit-literal.js";
import { group, ifBroken, indent, join, type Layout, line } from "../layout.js";
import { absenceOf, mayVanish } from "../straight/absence.js";
import { slotOf } from "../straight/slots.js";
import { call, list } from "./call-layout.js";
import {
  emitBigintSteps,
  emitDateSteps,
  emitFileSteps,
  emitMemberSteps,
  emitNumberSteps,
  emitPattern,
  emitSizeSteps,
  emitStringSteps,
} from "./emit-steps.js";
import { knownValues, readClaims } from "./read-claims.js";
import { takesAnything } from "./takes-anything.js";

/** What {@link emitCheck} needs besides the schema. */
export interface CheckContext {
  /** A word of the runtime. */
  readonly word: (name: string) => Layout;
  /** The function that makes the check of a named schema. */
  readonly make: (id: string) => Layout;
  /** The schema that a reference leads to; any other schema is itself. */
  readonly resolve: (schema: SchemaModel) => SchemaModel;
  /** Straight-line code for one among many of a schema, as an object of functions; absent where there is none. */
  readonly line?: (schema: SchemaModel) => Layout | undefined;
  /** The contract's own schema, for the author's codecs. */
  readonly contract?: (address: SchemaAddress) => Layout;
}

/**
 * The expression of a schema's check, of words from `wirepact/client`.
 *
 * @throws Error for a schema that cannot cross the wire: the checks of the contract come first.
 */
export function emitCheck(schema: SchemaModel, context: CheckContext): Layout {
  const { word, resolve } = context;
  const isCustom = (schema.customChecks ?? 0) > 0 || schema.kind === "transform";
  const only = soleOption(schema);
  if (only) return isCustom ? call(word("custom"), emitCheck(only, context)) : emitCheck(only, context);
  const plain = emitKind(schema, context);
  const spoken = schema.message === undefined ? plain : call(word("says"), emitString(schema.message), plain);
  const whole = isCustom ? call(word("custom"), spoken) : spoken;
  const absence = absenceOf(schema, resolve);
  const vanishes = mayVanish(schema, resolve);
  const own = ownFacts(schema, context);
  if (own.absence === absence && own.vanishes === vanishes) return whole;
  const stated = absence === "missing" ? "undefined" : emitString(absence);
  return call(word("field"), stated, String(vanishes), whole);
}

/** The option of a union of one, which is all that zod then sees. */
function soleOption(schema: SchemaModel): SchemaModel | undefined {
  if (schema.kind !== "union" || schema.discriminator !== undefined) return undefined;
  return schema.options.length === 1 ? schema.options[0] : undefined;
}

/** What a word tells of itself to the object around it. */
function ownFacts(schema: SchemaModel, { resolve }: CheckContext) {
  switch (schema.kind) {
    case "optional": {
      const isFilled = !schema.exact && absenceOf(schema, resolve) === "filled";
      return { absence: isFilled ? "filled" : "allowed", vanishes: true };
    }
    case "default":
    case "prefault":
      return { absence: "filled", vanishes: false };
    case "catch":
      return { absence: "allowed", vanishes: false };
    default:
      return { absence: "missing", vanishes: false };
  }
}

function emitKind(schema: SchemaModel, context: CheckContext): Layout {
  const { word, make, resolve } = context;
  const inside = (part: SchemaModel): Layout => emitCheck(part, context);
  const item = (part: SchemaModel): Layout => emitSlot(part, context);
  switch (schema.kind) {
    case "string": {
      const made = call(word("string"), ...emitStringSteps(schema.checks, word));
      return schema.coerce ? call(word("coerced"), "String", made) : made;
    }
    case "number": {
      const made = call(word("number"), ...emitNumberSteps(schema.checks, word));
      return schema.coerce ? call(word("coerced"), "Number", made) : made;
    }
    case "boolean":
      return schema.coerce ? call(word("coerced"), "Boolean", word("boolean")) : word("boolean");
    case "null":
    case "undefined":
      return call(word("only"), schema.kind);
    case "never":
      return word("never");
    case "any":
    case "unknown":
      return word("anything");
    case "literal": {
      const values = schema.values.map(emitLiteral);
      return call(word(schema.values.some(isBigint) ? "literals" : "oneOf"), ...values);
    }
    case "enum":
      return call(word("oneOf"), ...schema.values.map(emitData));
    case "template_literal":
      return call(word("template"), emitPattern(schema.pattern, ""));
    case "object":
      return emitObject(schema, context);
    case "array":
      return call(word("array"), item(schema.item), ...emitSizeSteps(schema.checks, word));
    case "tuple":
      return call(word("tuple"), list(schema.items.map(item)), ...(schema.rest ? [item(schema.rest)] : []));
    case "record":
      return emitRecord(schema, context);
    case "union":
      return emitUnion(schema, context);
    case "intersection":
      return call(word("intersection"), inside(schema.left), inside(schema.right));
    case "optional": {
      if (schema.exact) return call(word("exactOptional"), inside(schema.inner));
      const isFilled = absenceOf(schema.inner, resolve) === "filled";
      return call(word(isFilled ? "optionalFilled" : "optional"), inside(schema.inner));
    }
    case "nullable":
    case "readonly":
    case "nonoptional":
      return call(word(schema.kind), inside(schema.inner));
    case "default":
      return call(word("withDefault"), emitData(schema.value), inside(schema.inner));
    case "prefault":
      return call(word("prefault"), emitData(schema.value), inside(schema.inner));
    case "catch":
      return call(word("caught"), emitData(schema.value), inside(schema.inner));
    case "transform":
      return inside(schema.accepts);
    case "reference":
      return call(word("named"), make(schema.id));
    case "bigint": {
      const made = call(word("bigint"), ...emitBigintSteps(schema.checks, word));
      return schema.coerce ? call(word("coerced"), word("toBigint"), made) : made;
    }
    case "date": {
      const made = call(word("date"), ...emitDateSteps(schema.checks, word));
      return schema.coerce ? call(word("coerced"), word("toDate"), made) : made;
    }
    case "nan":
      return word("nan");
    case "blob":
      if (schema.expected === "Blob") return word("blob");
      return call(word("file"), emitString(schema.expected), ...emitFileSteps(schema.checks, word));
    case "bytes":
      return schema.array === "ArrayBuffer" ? word("arrayBuffer") : call(word("bytes"), schema.array);
    case "map":
      return call(word("map"), item(schema.key), item(schema.value), ...emitMemberSteps(schema.checks, word));
    case "set":
      return call(word("set"), item(schema.item), ...emitMemberSteps(schema.checks, word));
    case "stringbool": {
      const texts = [schema.truthy, schema.falsy].map((each) => list(each.map(emitString)));
      return call(word("stringBool"), ...texts, ...(schema.isCaseSensitive ? ["true"] : []));
    }
    case "codec":
      if (!context.contract) throw new Error("`codec` has no check without its contract");
      return call(word("codec"), context.contract(schema.address), inside(schema.wire));
    case "unsupported":
      throw new Error(`\`${schema.what}\` has no check: ${schema.reason}`);
    default:
      return unknownKind(schema);
  }
}

function emitObject(schema: SchemaModel & { readonly kind: "object" }, context: CheckContext): Layout {
  const { word } = context;
  const entries = schema.fields.map(
    ({ name, schema: inner }): Layout => [emitLiteralKey(name), ": ", emitCheck(inner, context)],
  );
  const fields =
    entries.length === 0
      ? "{}"
      : group(["{", indent([line, join([",", line], entries)]), ifBroken(","), line, "}"]);
  const undeclared = emitUndeclared(schema, context);
  return undeclared === undefined
    ? [word("object"), "(", fields, ")"]
    : call(word("object"), fields, undeclared);
}

function emitUndeclared(
  schema: SchemaModel & { readonly kind: "object" },
  context: CheckContext,
): Layout | undefined {
  switch (schema.unknownKeys) {
    case "strip":
      return undefined;
    case "strict":
    case "loose":
      return context.word(schema.unknownKeys);
    case "catchall":
      // zod reports such keys as it does those of a strict object.
      if (schema.catchall?.kind === "never") return context.word("strict");
      return schema.catchall
        ? call(context.word("others"), emitCheck(schema.catchall, context))
        : context.word("loose");
  }
}

function emitRecord(schema: SchemaModel & { readonly kind: "record" }, context: CheckContext): Layout {
  const { word } = context;
  const { mode } = schema;
  const value = withLine(schema.value, emitCheck(schema.value, context), context);
  const values = knownValues(schema.key, context.resolve);
  const others = emitString(mode === "loose" ? "kept" : "refused");
  if (values && mode !== "partial") {
    const names = values.filter((each) => typeof each === "string" || typeof each === "number");
    return call(word("exhaustive"), emitData(names), value, others);
  }
  const key = emitCheck(schema.key, context);
  return mode === "loose" || values
    ? call(word("record"), key, value, others)
    : call(word("record"), key, value);
}

function emitDiscriminated(
  schema: SchemaModel & { readonly kind: "union" },
  key: string,
  context: CheckContext,
): Layout {
  const claims = readClaims(schema, key, context.resolve);
  const options = new Map(schema.options.map((option) => [option, emitCheck(option, context)]));
  const entries = [...claims].map(([value, option]) => [
    emitData(value),
    ...(option === undefined ? [] : [options.get(option) ?? []]),
  ]);
  // Formatters break lists of lists.
  const isBroken = entries.length > 1 && entries.every((entry) => entry.length > 1);
  return [
    context.word("discriminated"),
    "(",
    emitString(key),
    ", ",
    list(
      entries.map((entry) => list(entry)),
      isBroken,
    ),
    ")",
  ];
}

function emitUnion(schema: SchemaModel & { readonly kind: "union" }, context: CheckContext): Layout {
  const { word } = context;
  if (schema.isTagged) {
    const options = schema.options.map((option) => emitSlot(option, context));
    return call(word(schema.isExclusive ? "taggedExclusive" : "tagged"), ...options);
  }
  if (schema.discriminator !== undefined) return emitDiscriminated(schema, schema.discriminator, context);
  const options = schema.options.map((option) => emitCheck(option, context));
  return call(word(schema.isExclusive ? "exclusive" : "union"), ...options);
}

/** The check of a place of an array, where JSON has no `undefined`. */
function emitSlot(schema: SchemaModel, context: CheckContext): Layout {
  const { word, resolve } = context;
  const check = emitCheck(schema, context);
  switch (slotOf(schema, resolve)) {
    case "plain":
      return takesAnything(schema, resolve) ? call(word("present"), check) : withLine(schema, check, context);
    case "null":
      return call(word("orNull"), check);
    case "boxed":
      return call(word("boxed"), check);
  }
}

/** A check that is asked only about what straight-line code refuses. */
function withLine(schema: SchemaModel, check: Layout, { word, line: lineOf }: CheckContext): Layout {
  const found = lineOf?.(schema);
  return found === undefined ? check : call(word("lined"), found, check);
}

function isBigint(value: LiteralValue): value is { readonly bigint: string } {
  return typeof value === "object" && value !== null;
}

function emitLiteral(value: LiteralValue): Layout {
  return isBigint(value) ? `${BigInt(value.bigint)}n` : emitData(value);
}
