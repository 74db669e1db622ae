import fc from "fast-check";
import "../fix-seed.js";

/** A part of JSON Schema: what the example contracts come to. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly allOf?: readonly JsonSchema[];
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Makes values that a schema takes; a kind that it does not know is a mistake of the test. */
export function validValue(schema: JsonSchema): fc.Arbitrary<Json> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "string":
      return text(schema);
    case "integer":
      return fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 31 - 1 });
    case "boolean":
      return fc.boolean();
    case "array":
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(validValue));
      return fc.array(validValue(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, 5),
      });
    case "object":
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([key, part]) => [key, validValue(part)]),
        ),
      );
    default:
      throw new Error(`No values are made for ${JSON.stringify(schema)}.`);
  }
}

function text({ pattern, minLength = 0, maxLength = 40, allOf = [] }: JsonSchema): fc.Arbitrary<string> {
  const patterns = [pattern, ...allOf.map((part) => part.pattern)].filter((each) => each !== undefined);
  const [only, ...more] = patterns;
  if (more.length > 0) throw new Error("No texts are made for two patterns at once.");
  if (only === undefined)
    return fc.string({
      unit: "grapheme",
      minLength,
      maxLength: Math.max(minLength, Math.min(maxLength, 60)),
    });
  return fc.stringMatching(new RegExp(only, "u"), { maxLength: Math.min(maxLength, 64) });
}

/** What stands in the wrong place. */
const odd: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    -1e-7,
    2 ** 53,
    "",
    " ",
    "a",
    "\u0000",
    "\ud83d",
    "x".repeat(5_000),
  ],
  ...[[], {}, [[]], [null], { length: 1 }, { toString: 1 }, JSON.parse('{"__proto__":{"polluted":1}}')],
  ...[{ constructor: { prototype: {} } }, { _placeholder: true, num: 0 }, { $wirepact: 1 }],
  JSON.parse('{"then":true}'),
);

/** Values that a schema takes or nearly takes: one place of a valid one is another thing, gone, or one more. */
export function nearValue(schema: JsonSchema): fc.Arbitrary<Json> {
  const valid = validValue(schema);
  const changed = fc
    .tuple(valid, odd, fc.nat(1_000), fc.constantFrom("put", "drop", "add"))
    .map(([value, other, at, how]) => change(value, other, at, how));
  return fc.oneof(
    { arbitrary: valid, weight: 2 },
    { arbitrary: changed, weight: 5 },
    { arbitrary: odd, weight: 1 },
  );
}

/** Changes the place with this number, counted through the whole value. */
function change(value: Json, other: Json, at: number, how: string): Json {
  const count = { left: at % placesOf(value) };
  return walk(value);

  function walk(part: Json): Json {
    if (count.left-- === 0)
      return how === "add" && isList(part)
        ? [...part, other]
        : how === "add" && isFields(part)
          ? { ...part, more: other }
          : other;
    if (isList(part)) return part.map(walk);
    if (!isFields(part)) return part;
    const entries = Object.entries(part).flatMap(([key, item]): [string, Json][] => {
      if (how === "drop" && count.left === 0) {
        count.left--;
        return [];
      }
      return [[key, walk(item)]];
    });
    return Object.fromEntries(entries);
  }
}

function placesOf(value: Json): number {
  if (isList(value)) return value.reduce<number>((sum, item) => sum + placesOf(item), 1);
  return isFields(value) ? Object.values(value).reduce<number>((sum, item) => sum + placesOf(item), 1) : 1;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isFields(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !isList(value);
}
