import { beforeAll, describe, expect, test } from "vitest";
import type { FieldModel, SchemaModel } from "wirepact/generator";
import { imports, problemLine, readFiles } from "./contract-project.js";

const string = { kind: "string", coerce: false, checks: [] };
const number = { kind: "number", coerce: false, checks: [] };
const unknown = { kind: "unknown" };
const yields = (text: string) => ({ text, imports: [] });
const brand = (name: string) => ({
  type: { text: `$brand<"${name}">`, imports: [{ name: "$brand", from: "zod" }] },
  on: "yields",
});
const level = { text: "Level", imports: [{ name: "Level", from: "contracts/a.ts" }] };

/** An expression, and the model that is read from it; several to a kind where kinds have options. */
const cases: readonly (readonly [expression: string, model: object])[] = [
  ["z.string()", string],
  ['z.string("bad")', { ...string, message: "bad" }],
  ["z.string({ error: (issue) => issue.code })", string],
  ["z.coerce.string()", { ...string, coerce: true }],
  [
    'z.string().min(1, "short").max(9).length(5).trim().toLowerCase().toUpperCase().normalize("NFKC")',
    {
      ...string,
      checks: [
        { kind: "min_length", value: 1, message: "short" },
        { kind: "max_length", value: 9 },
        { kind: "length", value: 5 },
        { kind: "trim" },
        { kind: "lower_case" },
        { kind: "upper_case" },
        { kind: "normalize", form: "NFKC" },
      ],
    },
  ],
  [
    'z.string().startsWith("a").endsWith("b").includes("c", { position: 2 }).lowercase().uppercase().regex(/x/iu)',
    {
      ...string,
      checks: [
        { kind: "starts_with", value: "a" },
        { kind: "ends_with", value: "b" },
        { kind: "includes", value: "c", position: 2 },
        { kind: "is_lower_case" },
        { kind: "is_upper_case" },
        { kind: "format", format: "regex", pattern: { source: "x", flags: "iu" } },
      ],
    },
  ],
  [
    'z.ulid("no").max(3)',
    {
      ...string,
      message: "no",
      checks: [
        {
          kind: "format",
          format: "ulid",
          pattern: expect.objectContaining({ flags: "" }),
          message: "no",
        },
        { kind: "max_length", value: 3 },
      ],
    },
  ],
  [
    "z.url({ protocol: /^https$/, normalize: true })",
    {
      ...string,
      checks: [
        {
          kind: "coded_format",
          format: "url",
          options: { protocol: { source: "^https$", flags: "" }, normalize: true },
        },
      ],
    },
  ],
  [
    'z.jwt({ alg: "ES256" })',
    { ...string, checks: [{ kind: "coded_format", format: "jwt", options: { alg: "ES256" } }] },
  ],
  ['z.stringFormat("even", (text) => text.length % 2 === 0)', { ...string, customChecks: 1 }],
  [
    'z.stringFormat("ab", /^ab$/)',
    { ...string, checks: [{ kind: "format", format: "ab", pattern: { source: "^ab$", flags: "" } }] },
  ],
  [
    "z.string().refine((text) => text !== '').min(1)",
    { ...string, customChecks: 1, checks: [{ kind: "min_length", value: 1 }] },
  ],
  ["z.string().superRefine(() => {}).check(() => {})", { ...string, customChecks: 2 }],
  [
    "z.string().slugify().min(1)",
    { kind: "transform", accepts: { ...string, customChecks: 1 }, yields: yields("string") },
  ],
  [
    "z.number().gt(0).lte(5).multipleOf(0.5).int()",
    {
      ...number,
      checks: [
        { kind: "greater_than", value: 0, inclusive: false },
        { kind: "less_than", value: 5, inclusive: true },
        { kind: "multiple_of", value: 0.5 },
        { kind: "number_format", format: "safeint" },
      ],
    },
  ],
  ["z.int32()", { ...number, checks: [{ kind: "number_format", format: "int32" }] }],
  ["z.coerce.boolean()", { kind: "boolean", coerce: true }],
  ["z.null()", { kind: "null" }],
  ["z.any()", { kind: "any" }],
  ["z.unknown()", unknown],
  ["z.never()", { kind: "never" }],
  ["z.undefined()", { kind: "undefined" }],
  ['z.literal(["a", 1, true, null])', { kind: "literal", values: ["a", 1, true, null] }],
  [
    'z.literal([undefined, "a"])',
    { kind: "union", options: [{ kind: "literal", values: ["a"] }, { kind: "undefined" }] },
  ],
  ['z.enum(["b", "a"])', { kind: "enum", values: ["b", "a"] }],
  ["z.enum(Level)", { kind: "enum", values: [0, "high"], types: { accepts: level, yields: level } }],
  [
    'z.templateLiteral(["`", z.number(), "-", z.enum(["a", "b"]).optional(), z.string().min(2), z.literal("x")])',
    {
      kind: "template_literal",
      pattern: expect.stringMatching(/^\^`/),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a type's own text
      type: '`\\`${number}-${"a" | "b" | ""}${string}x`',
    },
  ],
  [
    "z.array(z.string()).min(1).max(2).length(3)",
    {
      kind: "array",
      item: string,
      checks: [
        { kind: "min_length", value: 1 },
        { kind: "max_length", value: 2 },
        { kind: "length", value: 3 },
      ],
    },
  ],
  [
    "z.tuple([z.string(), z.number().optional()])",
    { kind: "tuple", items: [string, { kind: "optional", inner: number, exact: false }] },
  ],
  ["z.tuple([z.string()], z.number())", { kind: "tuple", items: [string], rest: number }],
  ["z.record(z.string(), z.number())", { kind: "record", key: string, value: number, mode: "partial" }],
  [
    'z.record(z.enum(["a"]), z.number())',
    { kind: "record", key: { kind: "enum", values: ["a"] }, value: number, mode: "exhaustive" },
  ],
  [
    'z.partialRecord(z.enum(["a"]), z.number())',
    { kind: "record", key: { kind: "enum", values: ["a"] }, value: number, isPartial: true, mode: "partial" },
  ],
  ["z.looseRecord(z.string(), z.number())", { kind: "record", key: string, value: number, mode: "loose" }],
  ["z.strictObject({})", { kind: "object", fields: [], unknownKeys: "strict" }],
  ["z.looseObject({})", { kind: "object", fields: [], unknownKeys: "loose" }],
  [
    "z.object({}).catchall(z.number())",
    { kind: "object", fields: [], unknownKeys: "catchall", catchall: number },
  ],
  ["z.object({}).refine(() => true)", { kind: "object", fields: [], unknownKeys: "strip", customChecks: 1 }],
  ["z.union([z.string(), z.number()])", { kind: "union", options: [string, number] }],
  ["z.xor([z.string(), z.number()])", { kind: "union", options: [string, number], isExclusive: true }],
  [
    'z.discriminatedUnion("k", [z.object({ k: z.literal(1) })])',
    expect.objectContaining({ kind: "union", discriminator: "k" }),
  ],
  ["z.intersection(z.string(), z.number())", { kind: "intersection", left: string, right: number }],
  ["z.string().optional()", { kind: "optional", inner: string, exact: false }],
  ["z.string().exactOptional()", { kind: "optional", inner: string, exact: true }],
  ["z.string().nullish()", { kind: "optional", inner: { kind: "nullable", inner: string }, exact: false }],
  [
    "z.string().optional().nonoptional()",
    { kind: "nonoptional", inner: { kind: "optional", inner: string, exact: false } },
  ],
  ["z.string().readonly()", { kind: "readonly", inner: string }],
  ["z.lazy(() => z.string())", string],
  ['z.string().brand("Name")', { ...string, brands: [brand("Name")] }],
  [
    'z.string().brand<"A">().min(1).brand<"B", "inout">().optional()',
    {
      kind: "optional",
      inner: {
        ...string,
        checks: [{ kind: "min_length", value: 1 }],
        brands: [brand("A"), { ...brand("B"), on: "both" }],
      },
      exact: false,
    },
  ],
  [
    'z.string().brand<"A">().nullish()',
    {
      kind: "optional",
      inner: { kind: "nullable", inner: { ...string, brands: [brand("A")] } },
      exact: false,
    },
  ],
  ["z.string().brand<`a`>()", { ...string, brands: [brand("a")] }],
  [
    "z.date().min(new Date(5)).max(new Date(9), { error: 'late', abort: true })",
    {
      kind: "date",
      coerce: false,
      checks: [
        { kind: "greater_than", value: 5, inclusive: true },
        { kind: "less_than", value: 9, inclusive: true, message: "late", abort: true },
      ],
    },
  ],
  ["z.coerce.date()", { kind: "date", coerce: true, checks: [] }],
  [
    "z.bigint().gt(5n).multipleOf(2n)",
    {
      kind: "bigint",
      coerce: false,
      checks: [
        { kind: "greater_than", value: "5", inclusive: false },
        { kind: "multiple_of", value: "2" },
      ],
    },
  ],
  ["z.uint64()", { kind: "bigint", coerce: false, checks: [{ kind: "bigint_format", format: "uint64" }] }],
  ["z.nan()", { kind: "nan" }],
  [
    "z.map(z.string(), z.number()).size(2)",
    {
      kind: "map",
      key: string,
      value: number,
      checks: [{ kind: "length", value: 2 }],
    },
  ],
  [
    "z.set(z.string()).min(1).max(2)",
    {
      kind: "set",
      item: string,
      checks: [
        { kind: "min_length", value: 1 },
        { kind: "max_length", value: 2 },
      ],
    },
  ],
  ["z.instanceof(Uint8Array)", { kind: "bytes", array: "Uint8Array" }],
  ["z.instanceof(DataView).refine(() => true)", { kind: "bytes", array: "DataView", customChecks: 1 }],
  [
    "z.file('x').min(1).mime(['a/b'], 'no').refine(() => true)",
    {
      kind: "blob",
      expected: "file",
      checks: [
        { kind: "min_length", value: 1 },
        { kind: "mime", types: ["a/b"], message: "no" },
      ],
      customChecks: 1,
      message: "x",
    },
  ],
  ["z.instanceof(File)", { kind: "blob", expected: "File", checks: [] }],
  ["z.instanceof(Blob).refine(() => true)", { kind: "blob", expected: "Blob", checks: [], customChecks: 1 }],
  [
    "z.stringbool({ truthy: ['Ja'], falsy: ['Nein'] })",
    {
      kind: "stringbool",
      truthy: ["ja"],
      falsy: ["nein"],
      isCaseSensitive: false,
    },
  ],
  [
    "z.stringbool({ case: 'sensitive' }).describe('d')",
    {
      kind: "stringbool",
      truthy: ["true", "1", "yes", "on", "y", "enabled"],
      falsy: ["false", "0", "no", "off", "n", "disabled"],
      isCaseSensitive: true,
    },
  ],
  [
    "z.codec(z.string(), z.number(), { decode: Number, encode: String })",
    {
      kind: "codec",
      wire: string,
      app: number,
      address: expect.objectContaining({ exportName: "a" }),
    },
  ],
  [
    "z.codec(z.string(), z.instanceof(URL), { decode: (text) => new URL(text), encode: String })",
    {
      kind: "codec",
      wire: string,
      app: { ...unknown, type: yields("URL") },
      address: expect.objectContaining({ exportName: "a" }),
    },
  ],
  [
    "z.codec(z.stringbool(), z.number(), { decode: Number, encode: Boolean })",
    expect.objectContaining({ wire: string }),
  ],
  [
    "z.literal([1n, undefined])",
    { kind: "union", options: [{ kind: "literal", values: [{ bigint: "1" }] }, { kind: "undefined" }] },
  ],
  [
    "z.array(z.string().optional())",
    { kind: "array", item: { kind: "optional", inner: string, exact: false }, checks: [] },
  ],
  [
    "z.date().default(new Date(0))",
    {
      kind: "transform",
      accepts: { kind: "optional", inner: { kind: "date", coerce: false, checks: [] }, exact: false },
      yields: yields("Date"),
    },
  ],
  [
    "z.string().optional().pipe(z.string().optional())",
    {
      kind: "transform",
      accepts: { kind: "optional", inner: string, exact: false },
      yields: yields("string | undefined"),
      mayBeAbsent: true,
    },
  ],
  ["z.enum(Level).nullable()", expect.objectContaining({ kind: "nullable" })],
  [
    "z.string().nullable().refine((value): value is 'a' => value === 'a')",
    expect.objectContaining({ types: { yields: yields('"a"') } }),
  ],
  [
    "z.string().min(1, { abort: true })",
    { ...string, checks: [{ kind: "min_length", value: 1, abort: true }] },
  ],
  ["z.union([z.date(), z.string()])", expect.objectContaining({ isTagged: true })],
  ["z.union([z.date(), z.number()])", expect.not.objectContaining({ isTagged: true })],
  ["z.string().default('a')", { kind: "default", inner: string, value: "a" }],
  [
    "z.array(z.number()).default(() => [1])",
    { kind: "default", inner: { kind: "array", item: number, checks: [] }, value: [1] },
  ],
  ["z.string().prefault('a')", { kind: "prefault", inner: string, value: "a" }],
  ["z.string().catch('a')", { kind: "catch", inner: string, value: "a" }],
  [
    "z.string().catch((context) => String(context.input))",
    { kind: "transform", accepts: string, yields: yields("string") },
  ],
  [
    "z.number().default(() => Date.now())",
    {
      kind: "transform",
      accepts: { kind: "optional", inner: number, exact: false },
      yields: yields("number"),
    },
  ],
  [
    "z.string().transform((text) => text.length)",
    { kind: "transform", accepts: string, yields: yields("number") },
  ],
  [
    "z.transform((value) => [value])",
    { kind: "transform", accepts: { ...unknown, type: yields("unknown") }, yields: yields("unknown[]") },
  ],
  [
    "z.preprocess((value) => value, z.int())",
    { kind: "transform", accepts: { ...unknown, type: yields("unknown") }, yields: yields("number") },
  ],
  ["z.string().pipe(z.coerce.date())", { kind: "transform", accepts: string, yields: yields("Date") }],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the contract's own text
  ["z.custom<`${number}px`>()", { kind: "unknown", type: yields("`${number}px`"), customChecks: 1 }],
  [
    "z.string().transform((text) => new Money(text))",
    {
      kind: "transform",
      accepts: string,
      yields: { text: "Money", imports: [{ name: "Money", from: "contracts/a.ts" }] },
    },
  ],
  [
    'z.string().transform((): Hidden => ({ a: [1, "b", null], "c-d": new Map([["e", Level.low]]) }))',
    {
      kind: "transform",
      accepts: string,
      yields: {
        text: '{ readonly a: (number | string | null)[]; "c-d"?: Map<string, Level> | undefined }',
        imports: [{ name: "Level", from: "contracts/a.ts" }],
      },
    },
  ],
  [
    "z.string().transform((): [x: 1, y?: boolean] => [1])",
    { kind: "transform", accepts: string, yields: yields("[1, (boolean | undefined)?]") },
  ],
  [
    "mini.optional(mini.string().check(mini.minLength(1), mini.describe('d')))",
    { kind: "optional", inner: { ...string, checks: [{ kind: "min_length", value: 1 }] }, exact: false },
  ],
];

/** An expression, and what it is said to be. */
const unsupported: readonly (readonly [expression: string, what: string])[] = [
  ["z.symbol()", "a symbol"],
  ["z.function()", "a function"],
  ["z.promise(z.string())", "a promise"],
  ["z.success(z.string())", "a `z.success`"],
  ["z.instanceof(URL)", "an instance of the class `URL`"],
  [
    "z.record(z.codec(z.string(), z.string(), { decode: String, encode: String }), z.string())",
    "a record's key that is converted",
  ],
  [
    "z.codec(z.string(), z.string().transform((text) => text), { decode: String, encode: String })",
    "a codec with a one-way conversion inside",
  ],
  [
    "z.codec(z.object({ on: Switch }), z.boolean(), { decode: ({ on }) => on, encode: (on) => ({ on }) })",
    "a codec over a named schema that holds a codec itself",
  ],
  [
    "z.intersection(z.looseObject({ a: z.string() }), z.object({ at: z.date() }))",
    "an intersection with parts that JSON has no form for",
  ],
  [
    "z.object({ at: z.date() }).and(z.object({ at: z.date() }))",
    "an intersection with parts that JSON has no form for",
  ],
  ["z.object({ a: z.string() }).default({ a: new URL('http://a') as never })", "a default that is a URL"],
  ["z.string().refine(async () => true)", "a schema with an async check or conversion"],
  ["z.string().superRefine(async () => {}).optional()", "a schema with an async check or conversion"],
  ["z.string().transform(async (text) => text)", "a schema with an async check or conversion"],
  ["z.object({ [Symbol('s')]: z.string() })", "an object with a symbol as a key"],
  ["z.lazy((): z.ZodString => { throw new Error('boom'); })", "a schema that cannot be read"],
  ["z.object({ get a(): z.ZodString { throw new Error('boom'); } })", "a schema that cannot be read"],
  ["endless()", "a schema that cannot be read"],
];

let fields: ReadonlyMap<string, SchemaModel>;
let problems: readonly string[];

beforeAll(async () => {
  const all = [...cases, ...unsupported].map(([expression], index) => `f${index}: ${expression}`);
  const reading = await readFiles({
    "contracts/a.ts": `${imports}
import * as mini from "zod/mini";
export enum Level { low = 0, high = "high" }
export class Money { constructor(readonly text: string) {} }
export const Switch = z.stringbool();
interface Hidden { readonly a: (string | number | null)[]; "c-d"?: Map<string, Level> }
const endless = (): z.ZodType => z.object({ next: z.lazy(endless) });
export const a = channel("/a", { clientToServer: { all: event(z.object({ ${all.join(",\n")} })) } });`,
  });
  const member = reading.model.channels[0]?.clientToServer[0];
  const payload = member?.kind === "event" ? member.payload?.schema : undefined;
  const list: readonly FieldModel[] = payload?.kind === "object" ? payload.fields : [];
  fields = new Map(list.map(({ name, schema }) => [name, schema]));
  problems = reading.problems.map(problemLine);
}, 60_000);

test("reads every kind without a problem", () => {
  expect(problems).toEqual([]);
  expect(fields.size).toBe(cases.length + unsupported.length);
});

describe("reads", () => {
  test.each(cases.map(([expression, model], index) => ({ expression, model, index })))(
    "$expression",
    ({ model, index }) => {
      expect(fields.get(`f${index}`)).toEqual(model);
    },
  );
});

describe("says what cannot cross the wire of", () => {
  test.each(unsupported.map(([expression, what], index) => ({ expression, what, index })))(
    "$expression",
    ({ what, index }) => {
      const found = findUnsupported(fields.get(`f${index + cases.length}`));
      expect(found).toEqual([
        {
          kind: "unsupported",
          what,
          reason: expect.stringMatching(/\w+/),
          mend: expect.stringMatching(/\w+/),
        },
      ]);
    },
  );
});

/** Unsupported schemas within a schema. */
function findUnsupported(schema: unknown): object[] {
  if (typeof schema !== "object" || schema === null) {
    return [];
  }
  return "kind" in schema && schema.kind === "unsupported"
    ? [schema]
    : Object.values(schema).flatMap(findUnsupported);
}
