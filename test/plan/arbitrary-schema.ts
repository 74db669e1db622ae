import fc from "fast-check";
import "../fix-seed.js";
import { z } from "zod";
import type {
  FieldModel,
  Json,
  NumberCheck,
  SchemaModel,
  SizeCheck,
  StringCheck,
} from "../../generator/model/index.js";

const place = { file: "contracts/test.ts", line: 1, column: 1 };

/** Texts of the author's own are rare in contracts, and so they are here. */
const message = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom({ message: "no" }, { message: "not `so`" }) },
);

const bound = fc.integer({ min: 0, max: 4 });

const sizeCheck: fc.Arbitrary<SizeCheck> = fc
  .tuple(fc.constantFrom("min_length" as const, "max_length" as const, "length" as const), bound, message)
  .map(([kind, value, own]) => ({ kind, value, ...own }));

const formats = {
  email: z.email(),
  uuid: z.uuid(),
  cuid2: z.cuid2(),
  ulid: z.ulid(),
  ipv4: z.ipv4(),
  datetime: z.iso.datetime(),
  emoji: z.emoji(),
};

const format: fc.Arbitrary<StringCheck> = fc
  .constantFrom(...(Object.keys(formats) as (keyof typeof formats)[]))
  .map((name) => {
    const { pattern } = formats[name]._zod.def;
    if (!pattern) throw new Error(`${name} has no pattern`);
    return { kind: "format", format: name, pattern: { source: pattern.source, flags: pattern.flags } };
  });

const regex: fc.Arbitrary<StringCheck> = fc
  .constantFrom(["^a+$", ""], ["b", "g"], ["a", "iy"], ["^\\p{L}*$", "u"])
  .map(([source = "", flags = ""]) => ({ kind: "format", format: "regex", pattern: { source, flags } }));

const coded: fc.Arbitrary<StringCheck> = fc.constantFrom<StringCheck>(
  { kind: "coded_format", format: "url", options: {} },
  { kind: "coded_format", format: "url", options: { normalize: true } },
  { kind: "coded_format", format: "url", options: { hostname: { source: "^a", flags: "" } } },
  {
    kind: "coded_format",
    format: "url",
    options: { protocol: { source: "^https?$", flags: "" }, hostname: { source: "b$", flags: "" } },
  },
  { kind: "coded_format", format: "ipv6", options: {} },
  { kind: "coded_format", format: "cidrv6", options: {} },
  { kind: "coded_format", format: "base64", options: {} },
  { kind: "coded_format", format: "base64url", options: {} },
  { kind: "coded_format", format: "credit_card", options: {} },
  { kind: "coded_format", format: "iban", options: {} },
  { kind: "coded_format", format: "jwt", options: {} },
  { kind: "coded_format", format: "jwt", options: { alg: "HS256" } },
);

const stringCheck: fc.Arbitrary<StringCheck> = fc.oneof(
  { weight: 4, arbitrary: sizeCheck },
  { weight: 1, arbitrary: format },
  { weight: 1, arbitrary: coded },
  { weight: 1, arbitrary: regex },
  {
    weight: 3,
    arbitrary: fc.constantFrom<StringCheck>(
      { kind: "trim" },
      { kind: "lower_case" },
      { kind: "upper_case" },
      { kind: "normalize", form: "NFC" },
      { kind: "normalize", form: "NFKD" },
      { kind: "is_lower_case" },
      { kind: "is_upper_case", message: "up" },
      { kind: "includes", value: "a" },
      { kind: "includes", value: "b", position: 1, message: "b" },
      { kind: "starts_with", value: "a" },
      { kind: "ends_with", value: "b" },
    ),
  },
);

const numberCheck: fc.Arbitrary<NumberCheck> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("greater_than" as const, "less_than" as const),
      fc.constantFrom(-1, 0, 1, 1.5, 2 ** 31),
      fc.boolean(),
      message,
    )
    .map(([kind, value, inclusive, own]) => ({ kind, value, inclusive, ...own })),
  fc
    .tuple(fc.constantFrom(0.01, 0.07, 2, 3), message)
    .map(([value, own]) => ({ kind: "multiple_of" as const, value, ...own })),
  fc
    .tuple(fc.constantFrom("safeint", "int32", "uint32", "float32", "float64"), message)
    .map(([name, own]) => ({ kind: "number_format" as const, format: name, ...own })),
);

const json: fc.Arbitrary<Json> = fc.constantFrom<Json>("a", "", 0, 1, true, null, [1], { a: "a" }, "  a ");

const template = z.templateLiteral(["a", z.number()]);

const leaf: fc.Arbitrary<SchemaModel> = fc.oneof(
  fc
    .tuple(fc.array(stringCheck, { maxLength: 3 }), fc.nat(7), message)
    .map(([checks, coerce, own]) => ({ kind: "string" as const, coerce: coerce === 0, checks, ...own })),
  fc
    .tuple(fc.array(numberCheck, { maxLength: 3 }), fc.nat(7), message)
    .map(([checks, coerce, own]) => ({ kind: "number" as const, coerce: coerce === 0, checks, ...own })),
  fc
    .tuple(fc.nat(7), message)
    .map(([coerce, own]) => ({ kind: "boolean" as const, coerce: coerce === 0, ...own })),
  fc
    .tuple(fc.constantFrom("null" as const, "undefined" as const, "never" as const), message)
    .map(([kind, own]) => ({ kind, ...own })),
  fc.constantFrom<SchemaModel>({ kind: "any" }, { kind: "unknown" }),
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom("a", "b", 1, 0, -1, true, null), { minLength: 1, maxLength: 3 }),
      message,
    )
    .map(([values, own]) => ({ kind: "literal" as const, values, ...own })),
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom("a", "b", "__proto__", "1"), { minLength: 1, maxLength: 3 }),
      message,
    )
    .map(([values, own]) => ({ kind: "enum" as const, values, ...own })),
  message.map((own) => ({
    kind: "template_literal" as const,
    pattern: template._zod.pattern.source,
    type: '["a", z.number()]',
    ...own,
  })),
);

const name = fc.constantFrom("a", "b", "c", "1", "__proto__", "constructor", "toString", "length");

const unknownKeys = fc.constantFrom("strip" as const, "strip" as const, "strict" as const, "loose" as const);

function fieldsOf(inner: fc.Arbitrary<SchemaModel>, maxLength = 3): fc.Arbitrary<FieldModel[]> {
  const field = fc.tuple(name, inner).map(([of, schema]) => ({ name: of, schema, place }));
  return fc.uniqueArray(field, { maxLength, selector: (each) => each.name });
}

/** A schema that may refer to `Plain`, and to `Tree`, which holds itself. */
export const schemaModel: fc.Arbitrary<SchemaModel> = schemas({ withReferences: true });

/** The schema that `Plain` is; as a catchall, a named `never` is more than the plan knows. */
export const plainModel: fc.Arbitrary<SchemaModel> = schemas({ withReferences: false }).filter(
  ({ kind }) => kind !== "never",
);

/** The schema that `Tree` is: an object, because zod takes recursion in getters. */
export const treeModel: fc.Arbitrary<SchemaModel> = fc
  .tuple(
    fieldsOf(plainModel, 2),
    fc.constantFrom<SchemaModel>(
      { kind: "optional", exact: false, inner: { kind: "reference", id: "Tree" } },
      { kind: "array", item: { kind: "reference", id: "Tree" }, checks: [] },
      {
        kind: "default",
        value: [],
        inner: { kind: "array", item: { kind: "reference", id: "Tree" }, checks: [] },
      },
      { kind: "nullable", inner: { kind: "reference", id: "Tree" } },
    ),
    unknownKeys,
  )
  .map(([fields, next, undeclared]) => ({
    kind: "object",
    fields: [...fields.filter((field) => field.name !== "c"), { name: "c", schema: next, place }],
    unknownKeys: undeclared,
  }));

function schemas({ withReferences }: { readonly withReferences: boolean }): fc.Arbitrary<SchemaModel> {
  const reference = fc.constantFrom<SchemaModel>(
    { kind: "reference", id: "Plain" },
    { kind: "reference", id: "Tree" },
  );
  const { schema } = fc.letrec<{ schema: SchemaModel; object: SchemaModel }>((tie) => {
    const inner = tie("schema");
    const object: fc.Arbitrary<SchemaModel> = fc
      .tuple(fieldsOf(inner), unknownKeys, fc.option(inner, { nil: undefined, freq: 5 }), message)
      .map(([fields, undeclared, catchall, own]) =>
        catchall
          ? { kind: "object", fields, unknownKeys: "catchall", catchall, ...own }
          : { kind: "object", fields, unknownKeys: undeclared, ...own },
      );
    const tagged = fc
      .tuple(fieldsOf(inner, 2), unknownKeys, fc.constantFrom("plain", "optional", "nullable", "many"))
      .map(([fields, undeclared, form]) => ({ fields, undeclared, form }));
    const discriminated: fc.Arbitrary<SchemaModel> = fc
      .tuple(fc.array(tagged, { minLength: 1, maxLength: 3 }), message)
      .map(([options, own]) => ({
        kind: "union",
        discriminator: "kind",
        options: options.map(({ fields, undeclared, form }, index) => ({
          kind: "object" as const,
          fields: [...fields, { name: "kind", schema: tagOf(form, index), place }],
          unknownKeys: undeclared,
        })),
        ...own,
      }));
    const key: fc.Arbitrary<SchemaModel> = fc.oneof(
      leaf.filter(({ kind }) => kind === "string" || kind === "enum" || kind === "template_literal"),
      fc.constantFrom<SchemaModel>(
        { kind: "string", coerce: false, checks: [] },
        { kind: "number", coerce: false, checks: [] },
        { kind: "literal", values: ["a", 1] },
        {
          kind: "union",
          options: [
            { kind: "literal", values: ["a"] },
            { kind: "enum", values: ["b", "c"] },
          ],
        },
      ),
    );
    const composed: fc.Arbitrary<SchemaModel> = fc.oneof(
      { weight: 4, arbitrary: object },
      {
        weight: 2,
        arbitrary: fc
          .tuple(inner, fc.array(sizeCheck, { maxLength: 2 }), message)
          .map(([item, checks, own]) => ({ kind: "array" as const, item, checks, ...own })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.array(inner, { maxLength: 3 }), fc.option(inner, { nil: undefined }), message)
          .map(([items, rest, own]) => ({ kind: "tuple" as const, items, ...(rest && { rest }), ...own })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            key,
            inner,
            fc.constantFrom("exhaustive" as const, "partial" as const, "loose" as const),
            message,
          )
          .map(([of, value, mode, own]) => ({ kind: "record" as const, key: of, value, mode, ...own })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.array(inner, { minLength: 1, maxLength: 3 }), message)
          .map(([options, own]) => ({ kind: "union" as const, options, ...own })),
      },
      { weight: 1, arbitrary: discriminated },
      {
        weight: 2,
        arbitrary: fc
          .oneof(fc.tuple(object, object), fc.tuple(inner, inner))
          .map(([left, right]) => ({ kind: "intersection" as const, left, right })),
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
      {
        weight: 3,
        arbitrary: fc
          .tuple(inner, fc.constantFrom("default" as const, "prefault" as const, "catch" as const), json)
          .map(([of, kind, value]) => ({ kind, inner: of, value })),
      },
    );
    const ends = withReferences
      ? fc.oneof({ weight: 5, arbitrary: leaf }, { weight: 1, arbitrary: reference })
      : leaf;
    return { object, schema: fc.oneof({ maxDepth: 3, depthSize: "medium" }, ends, composed, composed) };
  });
  return schema;
}

function tagOf(form: string, index: number): SchemaModel {
  const plain: SchemaModel = { kind: "literal", values: [`k${index}`] };
  if (form === "optional") return { kind: "optional", exact: false, inner: plain };
  if (form === "nullable" && index === 0) return { kind: "nullable", inner: plain };
  if (form === "many") return { kind: "enum", values: [`k${index}`, `m${index}`] };
  return plain;
}
