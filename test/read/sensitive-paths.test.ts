import { expect, test } from "vitest";
import { fingerprintChannel } from "../../generator/emit/fingerprint-channel.js";
import { readSchemaTable } from "../../generator/emit/schema-table.js";
import { sensitivePaths } from "../../generator/emit/sensitive-paths.js";
import { readFiles } from "./contract-project.js";

/** A channel with one event of this payload, behind some exports. */
async function read(payload: string, before = "") {
  const { model, problems } = await readFiles({
    "contracts/a.ts": `import { channel, event } from "wirepact/contract";
import { z } from "zod";
import * as mini from "zod/mini";
const secret = z.string().meta({ sensitive: true });
${before}
export const unused = mini.string();
export const a = channel("/a", { clientToServer: { tell: event(${payload}) } });`,
  });
  expect(problems).toEqual([]);
  const [channel] = model.channels;
  const [member] = channel?.clientToServer ?? [];
  if (channel === undefined || member?.kind !== "event" || member.payload === undefined) {
    throw new Error("the contract has another shape");
  }
  return { channel, schema: member.payload.schema, table: readSchemaTable(model) };
}

test.each([
  ["the whole", "z.object({ a: z.string() }).meta({ sensitive: true })", [[]]],
  [
    "a field and an optional one",
    "z.object({ a: secret, b: secret.optional(), c: z.string() })",
    [["a"], ["b"]],
  ],
  ["a field that is checked once it is marked", "z.object({ a: secret.min(3).max(9) })", [["a"]]],
  [
    "a field whose wrapper is marked",
    "z.object({ a: z.string().nullish().meta({ sensitive: true }) })",
    [["a"]],
  ],
  ["a field of zod/mini's", "z.object({ a: mini.string().check(mini.meta({ sensitive: true })) })", [["a"]]],
  [
    "items and entries",
    "z.object({ a: z.array(secret), b: z.set(secret), c: z.record(z.string(), secret) })",
    [
      ["a", null],
      ["b", null],
      ["c", null],
    ],
  ],
  ["a record by its keys", "z.record(secret, z.string())", [[]]],
  ["a part of a tuple", "z.tuple([z.string(), secret])", [[1]]],
  ["undeclared keys", "z.object({ a: z.string() }).catchall(secret)", [[null]]],
  ["all of a union's", "z.union([z.object({ a: secret }), z.object({ b: secret })])", [["a"], ["b"]]],
  [
    "both of an intersection's",
    "z.intersection(z.object({ a: secret }), z.object({ b: secret }))",
    [["a"], ["b"]],
  ],
  [
    "what a transform is made of",
    "z.object({ a: z.object({ b: secret }).transform(({ b }) => b.length) })",
    [["a"]],
  ],
  [
    "nothing",
    "z.object({ a: z.string().meta({ sensitive: false }), b: z.string().meta({ title: 'B' }) })",
    [],
  ],
])("finds %s", async (_what, payload, expected) => {
  const { schema, table } = await read(payload);
  expect(sensitivePaths(schema, table)).toEqual(expected);
});

test("marks a copy of a named schema, and not the schema", async () => {
  const before = "export const Text = z.string();";
  const { schema, table } = await read(
    "z.object({ a: Text.meta({ sensitive: true }), b: Text, c: Text.meta({ sensitive: true }).optional() })",
    before,
  );
  expect(sensitivePaths(schema, table)).toEqual([["a"], ["c"]]);
});

test("marks what holds itself from where it begins anew", async () => {
  const before =
    "export const Tree = z.object({ code: secret, label: z.string(), get kids() { return z.array(Tree); } });";
  const { schema, table } = await read("Tree", before);
  expect(sensitivePaths(schema, table)).toEqual([["code"], ["kids", null]]);
});

test("changes no fingerprint: what travels is the same", async () => {
  const plain = await read("z.object({ a: z.string() })");
  const marked = await read("z.object({ a: secret }).meta({ sensitive: true })");
  expect(fingerprintChannel(marked.channel, marked.table)).toBe(
    fingerprintChannel(plain.channel, plain.table),
  );
});
