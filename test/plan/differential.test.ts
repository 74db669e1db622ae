import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import type { PayloadCheck } from "../../contracts/wire/validation.js";
import { isOpaque, readSchemaTable } from "../../generator/emit/schema-table.js";
import type { SchemaModel } from "../../generator/model/index.js";
import { plainModel, schemaModel, treeModel } from "./arbitrary-schema.js";
import { nearValue } from "./arbitrary-value.js";
import { checkOf, wordsOf } from "./check-of.js";
import { programSource, runSource } from "./zod-source.js";
import { inFull, isSame, zodSays } from "./zod-verdict.js";

const valuesPerSchema = 16;
const schemas = Number(process.env.WIREPACT_PLAN_RUNS ?? 1_500);

interface Case {
  readonly schema: SchemaModel;
  readonly table: Readonly<Record<"Plain" | "Tree", SchemaModel>>;
  readonly values: readonly unknown[];
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({ schema: schemaModel, table: fc.record({ Plain: plainModel, Tree: treeModel }) })
  .chain(({ schema, table }) =>
    fc
      .array(nearValue(schema, table), { minLength: valuesPerSchema, maxLength: valuesPerSchema })
      .map((values) => ({ schema, table, values })),
  );

const place = { file: "contracts/test.ts", line: 1, column: 1 };

function prepare({
  schema,
  table,
}: Case): { zod: z.ZodType; source: string; check: PayloadCheck } | undefined {
  const named = Object.entries(table).map(([id, each]) => ({ id, schema: each, place }));
  const source = programSource(schema, named);
  try {
    const zod = runSource(source);
    return { zod, source, check: checkOf(schema, table) };
  } catch (error) {
    // zod refuses some unions as soon as they are made.
    if (/discriminat/i.test(String(error))) return undefined;
    throw error;
  }
}

/** Whether what passes may still be no JSON. */
function isOpaqueCase({ schema, table }: Case): boolean {
  const schemas = Object.entries(table).map(([id, each]) => ({ id, schema: each, place }));
  return isOpaque(schema, readSchemaTable({ channels: [], schemas }));
}

function wordsIn({ schema, table }: Case): string {
  return [schema, ...Object.values(table)].map((each) => wordsOf(each, table)).join(" ");
}

/** Forms in which `undefined` travels within an array, of which zod knows nothing. */
function slotsOf(each: Case): "none" | "null" | "boxed" {
  const words = wordsIn(each);
  return words.includes("boxed(") ? "boxed" : words.includes("orNull(") ? "null" : "none";
}

function hasItem(value: unknown, wanted: null | undefined): boolean {
  if (typeof value !== "object" || value === null) return false;
  const isHere = Array.isArray(value) && value.includes(wanted);
  return isHere || Object.values(value).some((each) => hasItem(each, wanted));
}

describe("a printed check against zod", () => {
  it(`has zod's verdict, value and issues for what comes in`, () => {
    let compared = 0;
    let passed = 0;
    fc.assert(
      fc.property(anyCase, (each) => {
        const ready = prepare(each);
        if (!ready) return;
        const slots = slotsOf(each);
        for (const value of each.values) {
          // What stands for `undefined` is an issue to zod.
          if (slots === "boxed" || (slots === "null" && hasItem(value, null))) continue;
          const expected = zodSays(ready.zod, value);
          if (expected === "discriminator") return;
          const actual = ready.check.read(value);
          compared++;
          if (actual.ok) passed++;
          if (expected === "throws") {
            // What throws in zod is an issue here, which `.catch()` replaces.
            if (!actual.ok || wordsIn(each).includes("caught(")) continue;
          } else if (isSame(actual, expected)) continue;
          expect(inFull(actual), `${ready.source}\n// read ${fc.stringify(value)}`).toEqual(inFull(expected));
        }
      }),
      { numRuns: schemas },
    );
    expect(compared).toBeGreaterThan(20_000);
    // Both verdicts have to be frequent, or the comparison shows little.
    expect(passed).toBeGreaterThan(compared * 0.15);
    expect(passed).toBeLessThan(compared * 0.85);
  }, 120_000);

  it("lets nothing leave that zod would refuse on the other side", () => {
    let written = 0;
    fc.assert(
      fc.property(anyCase, (each) => {
        const ready = prepare(each);
        if (!ready || isOpaqueCase(each)) return;
        // Where such a field is absent, zod finds what each object inherits.
        if (/"name":"(constructor|toString)"/.test(JSON.stringify([each.schema, each.table]))) return;
        for (const value of each.values) {
          const result = ready.check.write(value);
          if (!result.ok || hasItem(result.value, undefined)) continue;
          // -0 travels as text, which zod has not heard of.
          if (/"-0"/.test(JSON.stringify({ value: result.value }))) continue;
          const wire = JSON.parse(JSON.stringify({ value: result.value })).value;
          const reading = slotsOf(each) === "none" ? zodSays(ready.zod, wire) : ready.check.read(wire);
          if (reading === "discriminator") return;
          written++;
          if (reading !== "throws" && reading.ok) continue;
          const note = `${ready.source}\n// write ${fc.stringify(value)} gives ${fc.stringify(result.value)}`;
          expect(reading, note).toHaveProperty("ok", true);
        }
      }),
      { numRuns: schemas },
    );
    expect(written).toBeGreaterThan(schemas);
  }, 120_000);
});
