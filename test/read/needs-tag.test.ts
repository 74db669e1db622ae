import { describe, expect, test } from "vitest";
import type { SchemaModel } from "wirepact/generator";
import { settleSchemas } from "../../generator/read/wire/settle-schemas.js";
import { imports, readFiles } from "./contract-project.js";

/** Unions that travel as they are, and unions that travel with the number of the option. */
const plain = [
  ["of JSON kinds", "z.union([z.string(), z.literal('a'), z.array(z.string())])"],
  ["of a date and a number", "z.union([z.date(), z.number(), z.null(), z.boolean()])"],
  [
    "of a map, bytes and a date",
    "z.union([z.map(z.string(), z.date()), z.instanceof(Uint8Array), z.date()])",
  ],
  [
    "with a discriminator",
    "z.discriminatedUnion('k', [z.object({ k: z.literal('a'), at: z.date() }), z.object({ k: z.literal('b'), at: z.string() })])",
  ],
  [
    "with a nested discriminator",
    "z.discriminatedUnion('k', [Nested, z.object({ k: z.literal('c'), at: z.string() })])",
  ],
  [
    "with a field of literals that is not declared as discriminator",
    "z.union([z.object({ n: z.number(), k: z.enum(['a', 'b']), at: z.date() }), z.object({ k: z.literal('c') }).readonly()])",
  ],
  ["of undefined and a date", "z.union([z.date(), z.undefined()])"],
  ["with recursion behind an object", "Tree"],
] as const;
const tagged = [
  ["of a date and text", "z.union([z.date(), z.string()])"],
  ["of bigint literals and text", "z.union([z.literal([1n]), z.string()])"],
  ["of a set and an array", "z.union([z.set(z.string()), z.array(z.string())])"],
  ["of two objects of one shape", "z.union([z.object({ at: z.date() }), z.object({ at: z.string() })])"],
  [
    "with a discriminator that is itself encoded",
    "z.discriminatedUnion('k', [z.object({ k: z.literal(1n) }), z.object({ k: z.literal(2n) })])",
  ],
  ["of a date and anything", "z.union([z.date(), z.unknown()])"],
  ["of a date and what is coerced", "z.union([z.coerce.number(), z.date()])"],
  ["of a date and a schema that catches", "z.union([z.date(), z.number().catch(1)])"],
  ["of arrays with undefined in them", "z.union([z.array(z.string().optional()), z.array(z.null())])"],
  ["of nullable dates twice", "z.union([z.date().nullable(), z.number().nullable()])"],
  ["of a named union that travels with a number, and an array", "z.union([Either, z.array(z.string())])"],
  ["of a codec and its own form", "z.xor([Cents, z.string()])"],
  ["that is an option of itself", "Loop"],
] as const;

const { model } = await readFiles({
  "contracts/a.ts": `${imports}
export const Either = z.union([z.date(), z.string()]);
export const Nested = z.discriminatedUnion("s", [
  z.object({ k: z.literal("a"), s: z.literal(1), at: z.date() }),
  z.object({ k: z.literal("b"), s: z.literal(2) }),
]);
export const Cents = z.codec(z.string(), z.bigint(), { decode: (text) => BigInt(text), encode: String });
export const Tree = z.object({ at: z.date(), get next() { return z.union([Tree, z.date(), z.null()]); } });
export const Loop: z.ZodType = z.lazy(() => z.union([z.date(), z.number(), Loop]));
export const a = channel("/a", { clientToServer: { all: event(z.object({
  ${[...plain, ...tagged].map(([, expression], index) => `f${index}: ${expression}`).join(",\n")}
})) } });`,
});
const [member] = model.channels[0]?.clientToServer ?? [];
const payload = member?.kind === "event" ? member.payload?.schema : undefined;
const fields = payload?.kind === "object" ? payload.fields : [];

describe("a union", () => {
  test.each(plain.map(([what], index) => ({ what, index })))("$what travels as it is", ({ index }) => {
    expect(unionsOf(fields[index]?.schema)).not.toContainEqual(expect.objectContaining({ isTagged: true }));
  });

  test.each(tagged.map(([what], index) => ({ what, index: index + plain.length })))(
    "$what travels with the number of the option",
    ({ index }) => {
      expect(unionsOf(fields[index]?.schema)).toContainEqual(expect.objectContaining({ isTagged: true }));
    },
  );
});

test("settling what is settled changes nothing", () => {
  expect(settleSchemas(model)).toEqual(model);
});

/** The unions of a schema, those of the one it refers to included. */
function unionsOf(schema: SchemaModel | undefined): readonly SchemaModel[] {
  if (schema?.kind === "reference") return unionsOf(model.schemas.find(({ id }) => id === schema.id)?.schema);
  if (schema?.kind === "object") return schema.fields.flatMap((field) => unionsOf(field.schema));
  return schema?.kind === "union" ? [schema] : [];
}
