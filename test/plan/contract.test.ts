import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { SchemaModel } from "wirepact/generator";
import { imports, readFiles } from "../read/contract-project.js";
import { nearValue, oddValue } from "./arbitrary-value.js";
import { checkOf } from "./check-of.js";
import { runSource } from "./zod-source.js";
import { inFull, isSame, zodSays } from "./zod-verdict.js";

/** Schemas as people write them: what the reader makes of each has to behave like each. */
const expressions = [
  ...[
    "email",
    "url",
    "httpUrl",
    "uuid",
    "uuidv4",
    "uuidv7",
    "guid",
    "nanoid",
    "cuid",
    "cuid2",
    "ulid",
    "xid",
  ],
  ...["ksuid", "emoji", "ipv4", "ipv6", "cidrv4", "cidrv6", "mac", "base64", "base64url", "e164", "jwt"],
  ...[
    "hostname",
    "hex",
    "iso.date",
    "iso.time",
    "iso.datetime",
    "iso.duration",
    "int",
    "int32",
    "uint32",
    "float32",
  ],
]
  .map((name) => `z.${name}()`)
  .concat([
    'z.email("An address")',
    'z.string().email("An address").max(5)',
    'z.string("Text").min(2).max(3, "Long")',
    "z.string().trim().toLowerCase().min(1).regex(/^[a-z]+$/g)",
    'z.string().startsWith("a").includes("b", { position: 1 }).endsWith("b").lowercase()',
    "z.string().nonempty().normalize()",
    "z.iso.datetime({ offset: true, precision: 3 })",
    'z.jwt({ alg: "HS256" })',
    "z.url({ hostname: /^a/, normalize: true })",
    "z.number().int().positive().lt(3).multipleOf(2)",
    "z.number().nonnegative().max(1.5).step(0.01)",
    "z.coerce.number().min(1)",
    "z.coerce.boolean()",
    'z.enum(["a", "b"])',
    "z.enum({ A: 1, B: 2 })",
    'z.literal(["a", 1, null])',
    'z.templateLiteral(["a", z.number()])',
    'z.object({ a: z.string(), b: z.string().optional(), c: z.string().default("c") })',
    "z.strictObject({ a: z.string().nullish() })",
    "z.looseObject({ a: z.string() }).partial()",
    "z.object({ a: z.string() }).catchall(z.number())",
    "z.object({ b: z.string(), 1: z.string(), a: z.string().exactOptional() })",
    "z.array(z.string()).min(1).max(2)",
    "z.array(z.number()).nonempty().length(1)",
    // An optional item would read `null` as `undefined`: kinds.test.ts and the round trips hold those.
    "z.tuple([z.string(), z.string()])",
    "z.tuple([z.string()], z.number())",
    "z.record(z.string(), z.number())",
    'z.record(z.enum(["a", "b"]), z.string())',
    'z.partialRecord(z.enum(["a", "b"]), z.string())',
    "z.looseRecord(z.string().max(1), z.string())",
    "z.record(z.int(), z.string())",
    "z.union([z.string().min(2), z.number(), z.null()])",
    'z.discriminatedUnion("kind", [z.object({ kind: z.literal("k0"), a: z.string() }), z.strictObject({ kind: z.enum(["k1", "k2"]) })])',
    "z.intersection(z.object({ a: z.string() }), z.object({ b: z.string() }))",
    "z.object({ a: z.string() }).and(z.record(z.string(), z.string()))",
    "z.string().nullable().prefault(null)",
    "z.string().optional().nonoptional()",
    "z.number().catch(3)",
    "z.array(z.string()).readonly()",
    "z.string().min(1).brand()",
    "z.json()",
    'z.object({ a: z.string().min(1).prefault("").exactOptional() })',
    'z.object({ a: z.union([z.undefined(), z.string().default("a")]) })',
    "z.object({ value: z.string(), get next() { return z.lazy(() => z.string()).optional(); } })",
  ]);

describe("the check of a schema that was read from a contract", () => {
  let schemas: readonly (SchemaModel | undefined)[] = [];
  let table: Readonly<Record<string, SchemaModel>> = {};

  beforeAll(async () => {
    const events = expressions.map((expression, index) => `e${index}: event(${expression}),`);
    const text = `${imports}export const all = channel("/all", { clientToServer: {\n${events.join("\n")}\n} });\n`;
    const { model, problems } = await readFiles({ "contracts/all.ts": text });
    expect(problems).toEqual([]);
    schemas = (model.channels[0]?.clientToServer ?? []).map((member) =>
      member.kind === "event" ? member.payload?.schema : undefined,
    );
    table = Object.fromEntries(model.schemas.map(({ id, schema }) => [id, schema]));
  });

  it.each(expressions.map((expression, index) => [expression, index] as const))(
    "is %s",
    (expression, index) => {
      const schema = schemas[index];
      if (!schema) throw new Error("the reader left it out");
      const { read } = checkOf(schema, table);
      const zod = runSource(`return ${expression};`);
      for (const value of [...fc.sample(oddValue, 200), ...fc.sample(nearValue(schema, table), 200)]) {
        const expected = zodSays(zod, value);
        const actual = read(value);
        if (expected === "discriminator" || expected === "throws") expect(actual.ok).toBe(false);
        else if (!isSame(actual, expected)) {
          expect(inFull(actual), fc.stringify(value)).toEqual(inFull(expected));
        }
      }
    },
  );
});
