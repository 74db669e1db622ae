import fc from "fast-check";
import "../fix-seed.js";
import type { BytesArray, SchemaModel } from "../../generator/model/index.js";

class Instance {
  a = "a";
}

/** Values that have tripped validators before: wrong types, odd objects, odd numbers, odd keys. */
export const oddValue: fc.Arbitrary<unknown> = fc
  .constantFrom<(() => unknown)[]>(
    ...[undefined, null, true, false, Number.NaN, Number.POSITIVE_INFINITY, -0, 0, 1, 1.5, -1].map(
      (value) => () => value,
    ),
    ...[2, 3, 0.07, 2.03, 2 ** 31, 2 ** 53, -(2 ** 60), 1e39, 10n, Symbol("s"), () => "a"].map(
      (value) => () => value,
    ),
    ...[
      "",
      "a",
      "b",
      "aa",
      "ab",
      " a",
      "A",
      "\u00e9",
      "e\u0301",
      "\ud83d\ude00",
      "\ud83d\ude00\ud83d\ude00b",
      "\ud83d",
    ].map((value) => () => value),
    ...[
      "1",
      "01",
      "a1",
      "a1.5",
      "k0",
      "true",
      "http://a.b/",
      " https://ab ",
      "http:a",
      "::1",
      "::1/64",
      "YQ==",
    ].map((value) => () => value),
    ...["YQ", "a@b.co", "2024-02-29T00:00:00Z", "4111 1111 1111 1111", "GB82WEST12345698765432"].map(
      (value) => () => value,
    ),
    () => "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.x",
    () => [],
    () => [1],
    () => ["a", "b"],
    () => ["a", undefined],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what this is about
    () => [, "a"],
    () => ({}),
    () => ({ length: 2 }),
    () => ({ length: "x" }),
    () => ({ constructor: 1 }),
    () => ({ a: "a", b: "b", c: "c" }),
    () => ({ a: undefined }),
    () => ({ 1: "a", "1.5": 1, [Symbol("s")]: 1 }),
    () => JSON.parse('{"__proto__":"a","a":"a"}'),
    () => Object.create({ a: "a" }),
    () => Object.assign(Object.create(null), { a: "a" }),
    () => new Instance(),
    () => new Date(0),
    () => new Map([["a", 1]]),
  )
  .map((make) => make());

/** Values that come near to what `schema` takes: most of them pass, or fail by little. */
export function nearValue(
  schema: SchemaModel,
  table: Readonly<Record<string, SchemaModel>>,
  depth = 0,
): fc.Arbitrary<unknown> {
  const near =
    depth > 6
      ? fc.constant(undefined)
      : closeTo(schema, (inner) => nearValue(inner, table, depth + 1), table);
  return fc.oneof({ weight: 8, arbitrary: near }, { weight: 1, arbitrary: oddValue });
}

function closeTo(
  schema: SchemaModel,
  near: (inner: SchemaModel) => fc.Arbitrary<unknown>,
  table: Readonly<Record<string, SchemaModel>>,
): fc.Arbitrary<unknown> {
  switch (schema.kind) {
    case "string":
      return fc.oneof(
        fc.string({ unit: fc.constantFrom("a", "b", "A", " ", "\ud83d\ude00", "\ud83d"), maxLength: 6 }),
        oddValue.filter((value) => typeof value === "string"),
      );
    case "number":
      return fc.oneof(
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: 0, max: 300 }).map((value) => value / 100),
        oddValue.filter((value) => typeof value === "number"),
      );
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "literal":
      return fc.constantFrom(
        ...schema.values.map((value) =>
          typeof value === "object" && value !== null ? BigInt(value.bigint) : value,
        ),
      );
    case "enum":
      return fc.constantFrom(...schema.values);
    case "bigint":
      return fc.oneof(
        fc.bigInt({ min: -5n, max: 5n }),
        fc.constantFrom(2n ** 63n, 2n ** 64n - 1n, -(2n ** 80n)),
      );
    case "date":
      return fc.oneof(
        fc.integer({ min: -3, max: 3 }).map((time) => new Date(time)),
        fc.constantFrom(8.64e15, -8.64e15, -62_198_755_200_000, Number.NaN).map((time) => new Date(time)),
      );
    case "nan":
      return fc.constant(Number.NaN);
    case "map": {
      const entry = fc.tuple(near(schema.key), near(schema.value));
      return fc.array(entry, { maxLength: 3 }).map((entries) => new Map(entries));
    }
    case "set":
      return fc.array(near(schema.item), { maxLength: 4 }).map((items) => new Set(items));
    case "bytes":
      return fc
        .array(fc.nat(255), { maxLength: 3 })
        .map((list) =>
          viewOf(schema.array, new Uint8Array(list.flatMap((byte) => [byte, 0, 0, 0, 0, 0, 0, 0]))),
        );
    case "stringbool":
      return fc.boolean();
    case "template_literal":
      return fc.constantFrom("a1", "a1.5", "a", "b1");
    case "object": {
      const fields = schema.fields.map(({ name, schema: inner }) =>
        fc.tuple(fc.constant(name), fc.nat(4), near(inner)),
      );
      const more = fc.option(fc.tuple(fc.constantFrom("x", "y", "__proto__"), fc.constant(1), oddValue), {
        freq: 4,
      });
      return fc.tuple(...fields, more).map((entries) => objectOf(entries));
    }
    case "array":
      return fc.array(near(schema.item), { maxLength: 5 });
    case "tuple": {
      const items = [...schema.items, ...(schema.rest ? [schema.rest, schema.rest] : [])];
      return fc
        .tuple(fc.tuple(...items.map(near)), fc.nat(3), fc.nat(6))
        .map(([values, cut, more]) =>
          more === 0 ? [...values, 1] : values.slice(0, values.length - (cut > 2 ? 1 : cut)),
        );
    }
    case "record": {
      const entry = fc.tuple(
        fc.oneof(near(schema.key), fc.constantFrom("a", "b", "1", "x")),
        fc.constant(1),
        near(schema.value),
      );
      return fc.array(entry, { maxLength: 3 }).map((entries) => objectOf(entries));
    }
    case "union":
      return fc.oneof(...schema.options.map(near));
    case "intersection":
      return fc.tuple(near(schema.left), near(schema.right)).map(([left, right]) => {
        const areObjects = [left, right].every((side) => typeof side === "object" && side !== null);
        return areObjects && !Array.isArray(left) ? { ...(left as object), ...(right as object) } : left;
      });
    case "optional":
    case "default":
    case "prefault":
      return fc.oneof(
        { weight: 3, arbitrary: near(schema.inner) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      );
    case "nullable":
      return fc.oneof(
        { weight: 3, arbitrary: near(schema.inner) },
        { weight: 1, arbitrary: fc.constant(null) },
      );
    case "readonly":
    case "nonoptional":
    case "catch":
      return near(schema.inner);
    case "reference": {
      const target = table[schema.id];
      return target ? near(target) : oddValue;
    }
    default:
      return oddValue;
  }
}

function viewOf(array: BytesArray, { buffer }: Uint8Array<ArrayBuffer>): unknown {
  if (array === "ArrayBuffer") return buffer;
  // Each of them is made from memory, which the union of their constructors does not say.
  const View = globalThis[array] as new (memory: ArrayBuffer) => unknown;
  return new View(buffer);
}

function objectOf(entries: readonly (readonly [unknown, number, unknown] | null)[]): object {
  const result = {};
  for (const entry of entries) {
    if (!entry) continue;
    const [key, absent, value] = entry;
    if (absent === 0 || typeof key === "object") continue;
    Object.defineProperty(result, key as PropertyKey, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return result;
}
