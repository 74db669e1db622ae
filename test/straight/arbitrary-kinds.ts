import fc from "fast-check";
import type { BytesArray, FieldModel, SchemaModel } from "../../generator/model/index.js";
import { settleSchemas } from "../../generator/read/wire/settle-schemas.js";

const place = { file: "contracts/test.ts", line: 1, column: 1 };

const views: readonly BytesArray[] = [
  "ArrayBuffer",
  "BigInt64Array",
  "BigUint64Array",
  "DataView",
  "Float32Array",
  "Float64Array",
  "Int16Array",
  "Int32Array",
  "Int8Array",
  "Uint16Array",
  "Uint32Array",
  "Uint8Array",
  "Uint8ClampedArray",
];

const bound = fc.record({
  kind: fc.constantFrom("greater_than" as const, "less_than" as const),
  inclusive: fc.boolean(),
});

const sizes = fc.array(
  fc.record({
    kind: fc.constantFrom("min_length" as const, "max_length" as const, "length" as const),
    value: fc.nat(3),
  }),
  { maxLength: 1 },
);

const leaf: fc.Arbitrary<SchemaModel> = fc.oneof(
  fc.array(fc.tuple(bound, fc.integer({ min: -2, max: 2 })), { maxLength: 2 }).map(
    (checks): SchemaModel => ({
      kind: "date",
      coerce: false,
      checks: checks.map(([each, value]) => ({ ...each, value })),
    }),
  ),
  fc.array(fc.tuple(bound, fc.integer({ min: -2, max: 2 }).map(String)), { maxLength: 2 }).map(
    (checks): SchemaModel => ({
      kind: "bigint",
      coerce: false,
      checks: checks.map(([each, value]) => ({ ...each, value })),
    }),
  ),
  fc.constantFrom<SchemaModel>(
    { kind: "bigint", coerce: false, checks: [{ kind: "bigint_format", format: "int64" }] },
    { kind: "bigint", coerce: false, checks: [{ kind: "bigint_format", format: "uint64" }] },
    { kind: "bigint", coerce: false, checks: [{ kind: "multiple_of", value: "2" }] },
    { kind: "nan" },
    { kind: "number", coerce: false, checks: [] },
    { kind: "number", coerce: false, checks: [{ kind: "less_than", value: 1, inclusive: true }] },
    { kind: "string", coerce: false, checks: [] },
    { kind: "boolean", coerce: false },
    { kind: "null" },
    { kind: "literal", values: [{ bigint: "1" }] },
    { kind: "literal", values: [{ bigint: "1" }, { bigint: "-2" }, "a", null] },
    { kind: "enum", values: ["a", "b"] },
  ),
  fc.constantFrom(...views).map((array): SchemaModel => ({ kind: "bytes", array })),
);

const raw = fc.letrec<{ schema: SchemaModel; object: SchemaModel }>((tie) => {
  const inner = tie("schema");
  const fields = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom("a", "b", "c", "1"), inner)
      .map(([name, schema]): FieldModel => ({ name, schema, place })),
    { maxLength: 3, selector: ({ name }) => name },
  );
  const object = fields.map((list): SchemaModel => ({ kind: "object", fields: list, unknownKeys: "strip" }));
  const schema: fc.Arbitrary<SchemaModel> = fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 4, arbitrary: leaf },
    { weight: 3, arbitrary: tie("object") },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("array" as const), item: inner, checks: sizes }) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.array(inner, { maxLength: 3 }), fc.option(inner, { nil: undefined }))
        .map(([items, rest]): SchemaModel => ({ kind: "tuple" as const, items, ...(rest && { rest }) })),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant("map" as const), key: inner, value: inner, checks: sizes }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("set" as const), item: inner, checks: sizes }) },
    {
      weight: 2,
      arbitrary: inner.map(
        (value): SchemaModel => ({
          kind: "record",
          key: { kind: "string", coerce: false, checks: [] },
          value,
          mode: "partial" as const,
        }),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.array(inner, { minLength: 1, maxLength: 3 }), fc.nat(3)).map(
        ([options, exclusive]): SchemaModel => ({
          kind: "union",
          options,
          ...(exclusive === 0 && { isExclusive: true as const }),
        }),
      ),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(inner, fc.boolean())
        .map(([of, exact]) => ({ kind: "optional" as const, inner: of, exact })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(inner, fc.constantFrom("nullable" as const, "readonly" as const, "nonoptional" as const))
        .map(([of, kind]) => ({ kind, inner: of })),
    },
  );
  return { object, schema };
});

/** Schemas that hold kinds which JSON has not, settled as a contract's are once they are read. */
export const kindModel: fc.Arbitrary<SchemaModel> = raw.schema.map((schema) => {
  const { schemas } = settleSchemas({ channels: [], schemas: [{ id: "Value", schema, place }] });
  return schemas[0]?.schema ?? schema;
});
