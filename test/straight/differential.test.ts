import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { StraightDirection } from "../../generator/emit/straight/index.js";
import type { SchemaModel } from "../../generator/model/index.js";
import { hasOwnForm } from "../../generator/read/wire/own-form.js";
import { plainModel, schemaModel, treeModel } from "../plan/arbitrary-schema.js";
import { nearValue } from "../plan/arbitrary-value.js";
import { checkOf } from "../plan/check-of.js";
import { programSource, runSource } from "../plan/zod-source.js";
import { invalid, runStraight } from "./run-straight.js";

const valuesPerSchema = 64;
const batches = Number(process.env.WIREPACT_STRAIGHT_RUNS ?? 35);
const batchSize = 100;
const place = { file: "contracts/test.ts", line: 1, column: 1 };

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

/** What the other side says of a value; `undefined` where it says nothing that can be compared. */
type Oracle = (value: unknown) => { readonly ok: boolean; readonly value?: unknown } | undefined;

/** Runs `oracle` beside what is printed, and counts. */
function compare(direction: StraightDirection, oracleOf: (each: Case) => Oracle | undefined) {
  const count = { schemas: 0, printed: 0, compared: 0, passed: 0, unsure: 0 };
  const check = (cases: readonly Case[]) => {
    const requests = cases.map(({ schema, table }, index) => ({
      named: namedOf(table),
      payloads: [
        { name: "Value", schema, direction },
        // What is used twice becomes a function of its own.
        ...(index % 2 === 0 ? [{ name: "Again", schema, direction }] : []),
      ],
      side: "client" as const,
    }));
    for (const [index, { functions, code }] of runStraight(requests).entries()) {
      const each = cases[index];
      // What travels in a form of its own is compared in round-trip.test.ts.
      if (!each || hasOwnForm(each.schema, new Map(Object.entries(each.table)))) continue;
      const oracle = oracleOf(each);
      if (!oracle) continue;
      count.schemas++;
      const run = functions.get(`${direction} Value`);
      if (!run) continue;
      count.printed++;
      for (const value of each.values) {
        const expected = oracle(value);
        if (!expected) break;
        const actual = run(value);
        count.compared++;
        if (actual !== invalid) count.passed++;
        else if (expected.ok) count.unsure++;
        if (actual === invalid) continue;
        if (expected.ok && isDeepStrictEqual(inFull(actual), inFull(expected.value))) continue;
        const note = `${programSource(each.schema, namedOf(each.table))}\n// ${direction} ${fc.stringify(value)}\n${code.text}`;
        expect(inFull(actual), note).toEqual(expected.ok ? inFull(expected.value) : "refused");
      }
    }
  };
  fc.assert(fc.property(fc.array(anyCase, { minLength: batchSize, maxLength: batchSize }), check), {
    numRuns: batches,
    interruptAfterTimeLimit: 100_000,
    markInterruptAsFailure: true,
  });
  return count;
}

function namedOf(table: Case["table"]) {
  return Object.entries(table).map(([id, schema]) => ({ id, schema, place }));
}

/** Keys in their order, `undefined` apart from absent, -0 apart from 0, frozen apart from not. */
function inFull(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "bigint") {
    return `${typeof value} ${Object.is(value, -0) ? "-0" : value}`;
  }
  if (typeof value !== "object" || value === null) return [typeof value, value];
  const frozen = Object.isFrozen(value);
  if (Array.isArray(value)) {
    return { frozen, array: Array.from(value, (item, index) => (index in value ? inFull(item) : "hole")) };
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return { frozen, object: Reflect.ownKeys(value).map((key) => [key, inFull(Reflect.get(value, key))]) };
}

describe("printed validation", () => {
  // Each schema is tried on a few values only, so that compiling it costs more than it saves.
  beforeAll(() => z.config({ jitless: true }));

  let comparisons = 0;
  afterAll(() => console.info(`${comparisons} comparisons of straight lines with zod and with the words`));

  it("gives what zod gives, or is not sure", () => {
    const count = compare("read", (each) => {
      const source = programSource(each.schema, namedOf(each.table));
      try {
        const zod = runSource(source);
        return (value) => {
          try {
            const result = zod.safeParse(value);
            return { ok: result.success, value: result.data };
          } catch (error) {
            // Two options that claim one value, found on first use; the others are zod's own on odd values.
            return /discriminator/i.test(String(error)) ? undefined : { ok: false };
          }
        };
      } catch (error) {
        // zod refuses some unions as soon as they are made.
        if (/discriminat/i.test(String(error))) return undefined;
        throw error;
      }
    });
    comparisons += count.compared;
    // 200,000 in all.
    expect(count.compared).toBeGreaterThan(100_000);
    expect(count.passed).toBeGreaterThan(count.compared * 0.15);
    expect(count.unsure).toBeLessThan(count.passed * 0.02);
  }, 120_000);

  it("writes what the walker writes, or is not sure", () => {
    const count = compare("write", ({ schema, table }) => {
      const { write } = checkOf(schema, table);
      return (value) => write(value);
    });
    comparisons += count.compared;
    // 200,000 in all.
    expect(count.compared).toBeGreaterThan(100_000);
    expect(count.passed).toBeGreaterThan(count.compared * 0.15);
    expect(count.unsure).toBeLessThan(count.passed * 0.02);
  }, 120_000);
});
