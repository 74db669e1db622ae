/** A row of the second table of docs/schemas.md: schemas that cannot cross the wire. */
export interface Refusal {
  /** The row's first cell. */
  readonly title: string;
  /** Expressions of schemas, each with what it is said to be. */
  readonly schemas: Readonly<Record<string, string>>;
}

/** What the contract declares for the schemas to use. */
export const refusedDeclarations = `
export const Switch = z.stringbool();
class Local {}
`;

export const refusals: readonly Refusal[] = [
  {
    title: "`z.instanceof(…)` of any other class",
    schemas: {
      "z.instanceof(URL)": "an instance of the class `URL`",
      "z.instanceof(Date)": "an instance of the class `Date`",
      "z.instanceof(Local)": "an instance of the class `Local`",
    },
  },
  { title: "`z.symbol()`", schemas: { "z.symbol()": "a symbol" } },
  { title: "`z.function()`", schemas: { "z.function()": "a function" } },
  { title: "`z.promise(…)`", schemas: { "z.promise(z.string())": "a promise" } },
  { title: "`z.success(…)`", schemas: { "z.success(z.string())": "a `z.success`" } },
  {
    title: "a symbol as an object's key",
    schemas: { 'z.object({ [Symbol("s")]: z.string() })': "an object with a symbol as a key" },
  },
  {
    title: "an async check or conversion",
    schemas: {
      "z.string().refine(async () => true)": "a schema with an async check or conversion",
      "z.string().transform(async (value) => value)": "a schema with an async check or conversion",
      "z.codec(z.string(), z.string(), { decode: async (value) => value, encode: String })":
        "a schema with an async check or conversion",
    },
  },
  {
    title: "a record whose keys are converted",
    schemas: {
      "z.record(z.codec(z.string(), z.string(), { decode: String, encode: String }), z.string())":
        "a record's key that is converted",
    },
  },
  {
    title: "a codec with a one-way conversion inside",
    schemas: {
      "z.codec(z.string(), z.string().transform(Number), { decode: String, encode: String })":
        "a codec with a one-way conversion inside",
    },
  },
  {
    title: "a codec over a named schema that holds a codec",
    schemas: {
      "z.codec(z.object({ on: Switch }), z.boolean(), { decode: ({ on }) => on, encode: (on) => ({ on }) })":
        "a codec over a named schema that holds a codec itself",
    },
  },
  {
    title: "an intersection whose sides share a field of a kind that JSON lacks, or are no plain `z.object`",
    schemas: {
      "z.object({ at: z.date() }).and(z.object({ at: z.date() }))":
        "an intersection with parts that JSON has no form for",
      "z.looseObject({ a: z.string() }).and(z.object({ at: z.date() }))":
        "an intersection with parts that JSON has no form for",
    },
  },
  {
    title: "a literal or a default that is no data",
    schemas: { "z.custom<URL>().default(() => new URL('http://a'))": "a default that is a URL" },
  },
];
