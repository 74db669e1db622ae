import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { partsOf, type SchemaModel } from "../../generator/model/index.js";
import { nearValue } from "../plan/arbitrary-value.js";
import { transport } from "../plan/transport.js";
import { programSource, runSource } from "../plan/zod-source.js";
import { kindModel } from "./arbitrary-kinds.js";
import { invalid, runStraight } from "./run-straight.js";

const batches = Number(process.env.WIREPACT_STRAIGHT_RUNS ?? 25);
const valuesPerSchema = 48;
const batchSize = 100;

const anyCase = kindModel.chain((schema) =>
  fc
    .array(nearValue(schema, {}), { minLength: valuesPerSchema, maxLength: valuesPerSchema })
    .map((values) => ({ schema, values })),
);

beforeAll(() => z.config({ jitless: true }));

it("brings what zod takes to its reader as zod gives it, over Socket.IO's own encoding", () => {
  const count = { compared: 0, passed: 0, unsure: 0 };
  const check = (cases: readonly { readonly schema: SchemaModel; readonly values: readonly unknown[] }[]) => {
    const requests = cases.map(({ schema }) => ({
      named: [],
      payloads: (["read", "write"] as const).map((direction) => ({ name: "Value", schema, direction })),
      side: "server" as const,
    }));
    for (const [index, { functions, code }] of runStraight(requests).entries()) {
      const { schema, values } = cases[index] ?? { schema: { kind: "never" } as const, values: [] };
      const [read, write] = [functions.get("read Value"), functions.get("write Value")];
      if (!read || !write) continue;
      const source = programSource(schema, []);
      const zod = runSource(source);
      const isGuessed = holdsGuess(schema);
      for (const value of values) {
        const expected = says(zod, value);
        if (!expected) continue;
        const written = write(value);
        count.compared++;
        if (written === invalid) {
          if (expected.success) count.unsure++;
          continue;
        }
        count.passed++;
        const note = `${source}\n// ${fc.stringify(value)}\n${code.text}`;
        expect(expected.error, note).toBe(undefined);
        const actual = read(transport(written));
        const [ours, theirs] = [actual, expected.data].map((each) => inFull(each, isGuessed));
        if (!isDeepStrictEqual(ours, theirs)) expect(ours, note).toEqual(theirs);
      }
    }
  };
  fc.assert(fc.property(fc.array(anyCase, { minLength: batchSize, maxLength: batchSize }), check), {
    numRuns: batches,
  });
  expect(count.compared).toBeGreaterThan(50_000);
  expect(count.passed).toBeGreaterThan(count.compared * 0.2);
  expect(count.unsure).toBeLessThan(count.passed * 0.02);
}, 120_000);

/** What zod makes of what travels of a value. */
function says(zod: z.ZodType, value: unknown): z.ZodSafeParseResult<unknown> | undefined {
  const whole = parse(zod, withoutUndefined(value));
  return !whole || whole.success ? whole : parse(zod, withoutUndefined(value, true));
}

/** What is undefined does not travel: to a writer it is as good as absent, at the end of a tuple too. */
function withoutUndefined(value: unknown, isCut = false): unknown {
  if (Array.isArray(value)) {
    const end = isCut ? value.findLastIndex((item) => item !== undefined) + 1 : value.length;
    return Array.from(value.slice(0, end), (item) => withoutUndefined(item, isCut));
  }
  if (value instanceof Map) {
    return new Map(
      [...value].map(([key, item]) => [withoutUndefined(key, isCut), withoutUndefined(item, isCut)]),
    );
  }
  if (value instanceof Set) return new Set([...value].map((item) => withoutUndefined(item, isCut)));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutUndefined(item, isCut)]));
}

/** Nothing where zod itself throws: it cannot freeze memory. */
function parse(zod: z.ZodType, value: unknown): z.ZodSafeParseResult<unknown> | undefined {
  try {
    return zod.safeParse(value);
  } catch (error) {
    if (/freeze/.test(String(error))) return undefined;
    throw error;
  }
}

/** Whether -0 may have been one of several options: it then travels as 0. */
function holdsGuess(schema: SchemaModel): boolean {
  return schema.kind === "union" || partsOf(schema).some(holdsGuess);
}

/** Absent for undefined fields, which do not travel; instances by what they hold. */
function inFull(value: unknown, isZeroPlain: boolean): unknown {
  const inside = (part: unknown) => inFull(part, isZeroPlain);
  if (typeof value === "number") return Object.is(value, -0) && !isZeroPlain ? "-0" : `${value}`;
  if (typeof value !== "object" || value === null) return [typeof value, String(value)];
  if (value instanceof Date) return { date: value.getTime() };
  if (value instanceof Map) return { map: [...value].map(([key, item]) => [inside(key), inside(item)]) };
  if (value instanceof Set) return { set: [...value].map(inside) };
  if (value instanceof ArrayBuffer) return { ArrayBuffer: [...new Uint8Array(value)] };
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { view: Object.prototype.toString.call(value), bytes: [...bytes] };
  }
  if (Array.isArray(value)) {
    // At the end of a tuple, and of what is compared with it.
    const end = value.findLastIndex((item) => item !== undefined) + 1;
    return value.slice(0, end).map(inside);
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return { object: entries.map(([key, item]) => [key, inside(item)]) };
}
