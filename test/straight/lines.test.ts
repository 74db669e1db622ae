import { transformSync } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as words from "../../contracts/wire/check/index.js";
import { invalid, type PayloadCheck } from "../../contracts/wire/index.js";
import * as prelude from "../../contracts/wire/straight/index.js";
import { emitCheck } from "../../generator/emit/check/emit-check.js";
import { printLayout } from "../../generator/emit/layout.js";
import { emitLine } from "../../generator/emit/server-checks.js";
import { printStraight } from "../../generator/emit/straight/index.js";
import type { SchemaModel } from "../../generator/model/index.js";
import { payloadCheck } from "../../server/runtime/payload-check.js";
import { schemaModel } from "../plan/arbitrary-schema.js";
import { nearValue } from "../plan/arbitrary-value.js";
import { checkOf } from "../plan/check-of.js";
import { inFull, isSame } from "../plan/zod-verdict.js";

const place = { file: "contracts/test.ts", line: 1, column: 1 };
const text = { kind: "string", coerce: false, checks: [] } as const;
const count = { kind: "number", coerce: false, checks: [] } as const;

function object(fields: Readonly<Record<string, SchemaModel>>): SchemaModel {
  return {
    kind: "object",
    unknownKeys: "strip",
    fields: Object.entries(fields).map(([name, schema]) => ({ name, schema, place })),
  };
}

function array(item: SchemaModel): SchemaModel {
  return { kind: "array", item, checks: [] };
}

/** What a generated server has for a payload: straight lines, and words that ask them about items. */
function serverCheck(schema: SchemaModel): PayloadCheck {
  const code = printStraight({
    named: [],
    payloads: [
      { name: "Value", schema, direction: "read" },
      { name: "Value", schema, direction: "write" },
    ],
    side: "server",
    hasLines: true,
  });
  const made = emitCheck(schema, {
    word: (name) => name,
    make: (id) => id,
    resolve: (part) => part,
    line: (part) => emitLine(code.lineOf(part), (name) => name),
  });
  const lines = [...code.functions].map(([id, name]) => `${id.split(" ")[0]}: ${name}`);
  const source = `const make = () => ${printLayout(made, { width: Number.POSITIVE_INFINITY })};
const lines = { ${lines.join(", ")} };
${code.text}`;
  const scope = { ...words, ...prelude, invalid };
  // What was printed is code, and there is no other way to try it.
  const [make, straight] = new Function(
    ...Object.keys(scope),
    `${transformSync(source, { loader: "ts" }).code}; return [make, lines];`,
  )(...Object.values(scope));
  return payloadCheck(make, straight);
}

describe("a check that asks straight lines about its items", () => {
  const row = object({ id: text, size: count });

  it("says of a long array what the words say, wherever it is refused", () => {
    const schema = array(row);
    const [lined, plain] = [serverCheck(schema), checkOf(schema)];
    const rows = Array.from({ length: 12 }, (_, index) => ({ id: `${index}`, size: index }));
    for (const wrong of [[0], [5], [11], [0, 11], [3, 4], rows.keys()]) {
      const at = new Set(wrong);
      const value = rows.map((each, index) => (at.has(index) ? { ...each, size: "x" } : each));
      expect(lined.read(value)).toEqual(plain.read(value));
      expect(lined.write(value)).toEqual(plain.write(value));
    }
  });

  it("asks no item twice that has passed", () => {
    const lined = serverCheck(array(row));
    let asked = 0;
    const item = Object.defineProperty({ size: 1 }, "id", { get: () => `${++asked}`, enumerable: true });
    expect(lined.read([item, { id: "a", size: "x" }]).ok).toBe(false);
    expect(asked).toBe(1);
  });

  it("tells apart where one array stands at two places", () => {
    const schema = object({ a: array(row), b: array(object({ id: text, size: text })) });
    const [lined, plain] = [serverCheck(schema), checkOf(schema)];
    const shared = [
      { id: "a", size: 1 },
      { id: "b", size: "x" },
    ];
    expect(lined.read({ a: shared, b: shared })).toEqual(plain.read({ a: shared, b: shared }));
  });

  it("says of made-up schemas what the words say", () => {
    let compared = 0;
    const noReference = schemaModel.filter((schema) => !JSON.stringify(schema).includes('"reference"'));
    const cases = noReference.chain((item) => {
      const schema = array(object({ id: text, item }));
      return fc.tuple(
        fc.constant(schema),
        fc.array(nearValue(schema, {} as never), { minLength: 8, maxLength: 8 }),
      );
    });
    fc.assert(
      fc.property(cases, ([schema, values]) => {
        const [lined, plain] = [serverCheck(schema), checkOf(schema)];
        for (const value of values) {
          for (const direction of ["read", "write"] as const) {
            const [actual, expected] = [lined[direction](value), plain[direction](value)];
            compared++;
            if (!isSame(actual, expected)) expect(inFull(actual)).toEqual(inFull(expected));
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(4_000);
  });
});
