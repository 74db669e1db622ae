import { beforeAll, describe, expect, it } from "vitest";
import type { SchemaModel } from "../../generator/model/index.js";
import { imports, readFiles } from "../read/contract-project.js";
import { invalid, runStraight } from "../straight/run-straight.js";
import { checkOf } from "./check-of.js";
import { runSource } from "./zod-source.js";
import { inFull, isSame, zodSays } from "./zod-verdict.js";

class Point {
  readonly x = 1;
  readonly y = 2;
}

// A hole in an array is what is tried.
// biome-ignore lint/suspicious/noSparseArray: see above
const sparse = ["a", , "b"];
const inherited = Object.create({ a: "inherited" });
const ownPrototype = JSON.parse('{ "__proto__": { "a": "b" }, "a": "c" }');
const symbolKey = { a: "b", [Symbol("s")]: "c" };
const pair = "z.object({ b: z.string(), a: z.int() })";

/** What zod does that few would guess: schemas and values on which a check written from its docs alone would differ. */
const semantics: readonly (readonly [claim: string, schema: string, ...values: unknown[]])[] = [
  ["issues come in the order of the schema's keys", pair, { a: "x", b: 1 }, { a: 1.5 }, {}],
  ["values come in the order of the schema's keys", pair, { a: 1, b: "x" }],
  ["undeclared keys are listed in the value's order", "z.strictObject({ a: z.string() })", { c: 1, b: 2 }],
  ["-0 is a number, and stays -0", "z.object({ a: z.number().min(0) })", { a: -0 }],
  ["-0 is an integer", "z.int().nonnegative()", -0],
  ["-0 is the literal 0", "z.literal(0)", -0],
  ["NaN is no number", "z.number()", Number.NaN],
  ["NaN is an option of an enum if it is declared", "z.literal([1, 2])", Number.NaN],
  ["infinite numbers are no numbers", "z.array(z.number())", [Infinity, -Infinity, Number.MAX_VALUE]],
  ["an inherited key counts as there", "z.object({ a: z.string() })", inherited],
  ["an own `__proto__` is dropped", "z.looseObject({ a: z.string() })", ownPrototype],
  ["an own `__proto__` is no key of a record", "z.record(z.string(), z.any())", ownPrototype],
  [
    "`constructor` is a key like any other",
    "z.object({ constructor: z.string() })",
    {},
    { constructor: "a" },
  ],
  ["symbol keys are dropped by an object", "z.object({ a: z.string() })", symbolKey],
  ["symbol keys do not fit a record", "z.record(z.string(), z.string())", symbolKey],
  ["a hole is undefined", "z.array(z.string())", sparse],
  ["a hole is filled", "z.array(z.string().optional())", sparse],
  ["an instance of a class is an object", "z.object({ x: z.number() })", new Point()],
  ["an instance of a class is no record", "z.record(z.string(), z.number())", new Point()],
  ["a boxed value is not the value", "z.union([z.string(), z.number()])", Object("a"), Object(1)],
  ["a function is no object", "z.object({})", () => undefined],
  ["an array is no object", "z.object({ length: z.number() })", ["a"]],
  ["a pair of surrogates is one character", "z.string().max(2)", "😀😀", "😀😀😀", "\ud83d\ud83d\ud83d"],
  ["characters are counted for a least length", "z.string().min(2)", "😀", "😀a"],
  ["characters are counted for an exact length", "z.string().length(2)", "😀😀", "ab", "😀"],
  ["a combined character is as many as it has code points", "z.string().max(1)", "e\u0301", "é"],
  ["integers are safe ones", "z.int()", 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1.5],
  [
    "absent is not undefined where it is exact",
    "z.object({ a: z.string().exactOptional() })",
    {},
    { a: undefined },
  ],
  [
    "absent stays absent, undefined stays there",
    "z.object({ a: z.string().optional() })",
    {},
    { a: undefined },
  ],
  ["a key that must be there may be undefined", "z.object({ a: z.undefined() })", {}, { a: undefined }],
  [
    "a default stands in for undefined, too",
    'z.object({ a: z.string().default("x") })',
    {},
    { a: undefined },
  ],
  [
    "a union with one option of the right type has its issues",
    "z.union([z.string().min(3), z.number()])",
    "ab",
  ],
  ["a union without such an option has one issue", "z.union([z.string(), z.number()])", true, null, []],
  [
    "a discriminated union names what it knows",
    'z.discriminatedUnion("k", [z.object({ k: z.literal("a") }), z.object({ k: z.literal("b") })])',
    { k: "c" },
    {},
    1,
  ],
  ["a key of a record is checked", "z.record(z.string().max(1), z.number())", { a: 1, bc: 2 }],
  ["a number is a key as its text", "z.record(z.int(), z.string())", { 1: "a", "1.5": "b", x: "c" }],
  [
    "a record of an enum has all its keys",
    'z.record(z.enum(["a", "b"]), z.string())',
    { a: "x" },
    { a: "x", b: "y", c: "z" },
  ],
  [
    "sides that do not merge are refused",
    "z.intersection(z.object({ a: z.number().default(1) }), z.object({ a: z.number().default(2) }))",
    {},
    { a: 3 },
  ],
  [
    "a pattern forgets where it stopped",
    "z.tuple([z.string().regex(/a/g), z.string().regex(/a/g)])",
    ["ba", "ab"],
    ["ba", "ab"],
  ],
  ["a pattern that sticks begins at the start", "z.array(z.string().regex(/a/y))", ["ab", "ab", "ba"]],
];

describe("zod's own ways, in words and in straight lines", () => {
  let schemas: readonly (SchemaModel | undefined)[] = [];

  beforeAll(async () => {
    const events = semantics.map(([, schema], index) => `e${index}: event(${schema}),`);
    const text = `${imports}export const all = channel("/all", { clientToServer: {\n${events.join("\n")}\n} });\n`;
    const { model, problems } = await readFiles({ "contracts/all.ts": text });
    expect(problems).toEqual([]);
    schemas = (model.channels[0]?.clientToServer ?? []).map((member) =>
      member.kind === "event" ? member.payload?.schema : undefined,
    );
  });

  it.each(semantics.map(([claim, source, ...values], index) => ({ claim, source, values, index })))(
    "$claim",
    ({ source, values, index }) => {
      const schema = schemas[index];
      if (!schema) throw new Error("the reader left it out");
      const zod = runSource(`return ${source};`);
      const { read } = checkOf(schema);
      const payload = { name: "Value", schema, direction: "read" } as const;
      const [straight] = runStraight([{ named: [], payloads: [payload], side: "client" }]);
      const line = straight?.functions.get("read Value");
      for (const value of values) {
        const expected = zodSays(zod, value);
        if (expected === "throws" || expected === "discriminator") throw new Error(`zod says ${expected}`);
        const actual = read(value);
        // Compared once more only where they differ, for the sake of the report.
        if (!isSame(actual, expected)) expect(inFull(actual)).toEqual(inFull(expected));
        const straightSays = line ? attempt(line, value) : invalid;
        // What a straight line refuses the words decide.
        if (straightSays !== invalid) {
          expect(inFull({ ok: true, value: straightSays })).toEqual(inFull(expected));
        }
      }
    },
  );
});

function attempt(line: (value: unknown) => unknown, value: unknown): unknown {
  try {
    return line(value);
  } catch {
    return invalid;
  }
}
