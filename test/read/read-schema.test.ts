import { beforeAll, describe, expect, test } from "vitest";
import type { FieldModel, SchemaModel } from "wirepact/generator";
import { imports, problemLine, readFiles } from "./contract-project.js";

const string = { kind: "string", coerce: false, checks: [] };
const number = { kind: "number", coerce: false, checks: [] };
const unknown = { kind: "unknown" };
const yields = (text: string) => ({ text, imports: [] });

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
  ["z.enum(Level)", { kind: "enum", values: [0, "high"] }],
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
    { kind: "record", key: { kind: "enum", values: ["a"] }, value: number, mode: "partial" },
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
  ["z.xor([z.string(), z.number()])", { kind: "union", options: [string, number], customChecks: 1 }],
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
  ['z.string().brand("Name")', string],
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
  ["z.transform((value) => [value])", { kind: "transform", accepts: unknown, yields: yields("unknown[]") }],
  [
    "z.preprocess((value) => value, z.int())",
    { kind: "transform", accepts: unknown, yields: yields("number") },
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
  ["z.date()", "a Date"],
  ["z.date().optional()", "a Date"],
  ["z.bigint()", "a bigint"],
  ["z.int64()", "a bigint"],
  ["z.map(z.string(), z.string())", "a Map"],
  ["z.set(z.string())", "a Set"],
  ["z.symbol()", "a symbol"],
  ["z.nan()", "NaN"],
  ["z.file()", "a File"],
  ["z.function()", "a function"],
  ["z.promise(z.string())", "a promise"],
  ["z.success(z.string())", "a `z.success`"],
  ["z.instanceof(URL)", "an instance of a class"],
  ["z.stringbool()", "a `z.stringbool`, a two-way codec"],
  ["z.codec(z.string(), z.number(), { decode: Number, encode: String })", "a two-way codec"],
  ["z.literal(1n)", "a literal that is a bigint"],
  ["z.object({ a: z.string() }).default({ a: new URL('http://a') as never })", "a default that is a URL"],
  ["z.array(z.string().optional())", "undefined inside an array"],
  ["z.tuple([z.string().optional(), z.undefined()])", "undefined inside an array"],
  ["z.tuple([z.string()], z.number().default(1))", "undefined inside an array"],
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
