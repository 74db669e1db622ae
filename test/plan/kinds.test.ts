import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  anything,
  array,
  arrayBuffer,
  bigint,
  bigintMultipleOf,
  bigintWithin,
  boxed,
  bytes,
  type Check,
  codec,
  coerced,
  date,
  exactSize,
  exclusive,
  gt,
  gte,
  literals,
  lte,
  map,
  maxSize,
  minSize,
  nan,
  nonoptional,
  nullable,
  number,
  object,
  only,
  optional,
  orNull,
  present,
  set,
  string,
  stringBool,
  tagged,
  taggedExclusive,
  toBigint,
  toDate,
  tuple,
  union,
} from "../../contracts/wire/check/index.js";
import { payloadCheck } from "../../contracts/wire/index.js";
import { partsOf, type SchemaModel } from "../../generator/model/index.js";
import { kindModel } from "../straight/arbitrary-kinds.js";
import { nearValue } from "./arbitrary-value.js";
import { checkOf } from "./check-of.js";
import { transport } from "./transport.js";
import { programSource, runSource } from "./zod-source.js";

/** The value, what travels of it. */
type Row = readonly [name: string, make: () => Check, value: unknown, wire: unknown];

const someBytes = new Uint8Array([1, 2, 3]);

describe("a kind that JSON lacks", () => {
  it.each<Row>([
    ["a date", () => date(), new Date(0), "1970-01-01T00:00:00.000Z"],
    ["a date within bounds", () => date(gte(0), lte(5)), new Date(5), "1970-01-01T00:00:00.005Z"],
    ["a bigint", () => bigint(), -5n, "-5"],
    ["a bigint within bounds", () => bigint(gt(1n), bigintWithin(0n, 9n), bigintMultipleOf(2n)), 4n, "4"],
    ["NaN", () => nan, Number.NaN, "NaN"],
    ["-0", () => number(), -0, "-0"],
    [
      "a map",
      () => map(string(), date()),
      new Map([["a", new Date(0)]]),
      [["a", "1970-01-01T00:00:00.000Z"]],
    ],
    ["a set", () => set(bigint(), minSize(1), maxSize(2)), new Set([1n, 2n]), ["1", "2"]],
    ["a view of memory", () => bytes(Uint8Array), someBytes, someBytes],
    ["memory", () => arrayBuffer, someBytes.buffer, someBytes.buffer],
    ["a boolean as text", () => stringBool(["yes", "y"], ["no"]), true, "yes"],
    ["literals", () => literals("a", 5n), 5n, "5"],
    ["undefined in an array", () => array(orNull(optional(string()))), ["a", undefined], ["a", null]],
    [
      "undefined and null in an array",
      () => array(boxed(optional(nullable(string())))),
      ["a", undefined, null],
      [["a"], [], [null]],
    ],
    ["an option by its number", () => tagged(date(), string()), "1970-01-01", [1, "1970-01-01"]],
    [
      "the one option by its number",
      () => taggedExclusive(date(), string()),
      new Date(0),
      [0, "1970-01-01T00:00:00.000Z"],
    ],
    ["an option by its form", () => union(date(), number()), new Date(0), "1970-01-01T00:00:00.000Z"],
  ])("comes back as %s", (_name, make, value, wire) => {
    const { read, write } = payloadCheck(make);
    const written = write(value);
    expect(written).toEqual({ ok: true, value: wire });
    if (!written.ok) return;
    expect(read(transport(written.value))).toEqual({ ok: true, value });
  });

  it.each<readonly [name: string, make: () => Check, wire: unknown, text: string]>([
    [
      "a text without a zone",
      () => date(),
      "2024-01-01T00:00:00",
      "invalid_type : Invalid input: expected date, received string",
    ],
    [
      "a day that is none",
      () => date(),
      "2024-13-01T00:00:00Z",
      "invalid_type : Invalid input: expected date, received string",
    ],
    [
      "an early date",
      () => date(gt(0)),
      "1970-01-01T00:00:00Z",
      "too_small : Too small: expected date to be >0",
    ],
    [
      "digits with a zero before",
      () => bigint(),
      "05",
      "invalid_type : Invalid input: expected bigint, received string",
    ],
    [
      "1,001 digits",
      () => bigint(),
      "9".repeat(1_001),
      "invalid_type : Invalid input: expected bigint, received string",
    ],
    [
      "a large bigint",
      () => bigint(bigintWithin(0n, 9n)),
      "10",
      "too_big : Too big: expected bigint to be <=9",
    ],
    [
      "an odd bigint",
      () => bigint(bigintMultipleOf(2n)),
      "3",
      "not_multiple_of : Invalid number: must be a multiple of 2",
    ],
    ["another text for NaN", () => nan, "nan", "invalid_type : Invalid input: expected NaN, received string"],
    [
      "another text for -0",
      () => number(),
      "0",
      "invalid_type : Invalid input: expected number, received string",
    ],
    [
      "an object for a map",
      () => map(string(), string()),
      {},
      "invalid_type : Invalid input: expected map, received object",
    ],
    [
      "an entry that is no pair",
      () => map(string(), string()),
      [["a"]],
      "invalid_element : Invalid entry in map",
    ],
    [
      "a key that comes twice",
      () => map(string(), number()),
      [
        ["a", 1],
        ["a", 2],
      ],
      "invalid_element : Invalid map: a member comes twice",
    ],
    [
      "a map's value",
      () => map(string(), number()),
      [["a", "b"]],
      "invalid_type a: Invalid input: expected number, received string",
    ],
    [
      "a map's key",
      () => map(date(), number()),
      [[1, 1]],
      "invalid_type 1: Invalid input: expected date, received number",
    ],
    ["a key that is no name", () => map(date(), number()), [[null, 1]], "invalid_key : Invalid key in map"],
    [
      "too few entries",
      () => map(string(), string(), minSize(1)),
      [],
      "too_small : Too small: expected map to have >=1 entries",
    ],
    [
      "too many items, and none of them",
      () => set(number(), maxSize(1)),
      ["a", "b"],
      "too_big : Too big: expected set to have <=1 items",
    ],
    [
      "a size that differs",
      () => set(number(), exactSize(1)),
      [],
      "too_small : Too small: expected set to have exactly 1 items",
    ],
    [
      "an item that comes twice",
      () => set(number()),
      [1, 1],
      "invalid_element : Invalid set: a member comes twice",
    ],
    [
      "text for memory",
      () => bytes(Uint8Array),
      "AQID",
      "invalid_type : Invalid input: expected Uint8Array, received string",
    ],
    [
      "memory of no whole elements",
      () => bytes(Uint32Array),
      someBytes,
      "invalid_type : Invalid input: expected Uint32Array, received Uint8Array",
    ],
    [
      "no memory",
      () => arrayBuffer,
      [],
      "invalid_type : Invalid input: expected ArrayBuffer, received array",
    ],
    [
      "a text that stands for nothing",
      () => stringBool(["yes"], ["no"]),
      "maybe",
      'invalid_value : Invalid option: expected one of "yes"|"no"',
    ],
    ["another literal", () => literals(5n), "6", "invalid_value : Invalid input: expected 5"],
    [
      "two values in one place",
      () => array(boxed(optional(string()))),
      [["a", "b"]],
      "invalid_type 0: Invalid input: expected array, received array",
    ],
    ["an option without its number", () => tagged(date(), string()), "a", "invalid_union : Invalid input"],
    [
      "the number of no option",
      () => tagged(date(), string()),
      ["length", "a"],
      "invalid_union : Invalid input",
    ],
    [
      "another option's form",
      () => tagged(date(), string()),
      [0, "a"],
      "invalid_type : Invalid input: expected date, received string",
    ],
    [
      "what two options take",
      () => exclusive(number(), number(gt(0))),
      1,
      "invalid_union : Invalid input: more than one option matched",
    ],
  ])("refuses %s", (_name, make, wire, text) => {
    const result = payloadCheck(make).read(wire);
    const issues = result.ok ? [] : result.issues;
    expect(issues.map(({ code, path, message }) => `${code} ${path.join(".")}: ${message}`)).toEqual([text]);
  });

  it.each<readonly [string, () => Check, unknown]>([
    ["a date that is none", () => date(), new Date(Number.NaN)],
    ["text for a date", () => date(), "1970-01-01T00:00:00Z"],
    ["a number for a bigint", () => bigint(), 5],
    ["a bigint of 1,001 digits", () => bigint(), 10n ** 1_000n],
    ["entries for a map", () => map(string(), string()), [["a", "b"]]],
    ["another view", () => bytes(Uint8Array), new Uint16Array(1)],
    ["text for a boolean", () => stringBool(["yes"], ["no"]), "yes"],
    ["undefined among anything", () => array(present(anything)), [undefined]],
    ["no option of a union", () => tagged(date(), string()), 1],
    [
      "nothing where an option's number hides it",
      () => nonoptional(taggedExclusive(optional(bigint()), bigint(gt(0n)))),
      undefined,
    ],
    ["two options of an exclusive union", () => taggedExclusive(string(), string()), "a"],
  ])("is not written as %s", (_name, make, value) => {
    expect(payloadCheck(make).write(value).ok).toBe(false);
  });

  it("is converted before it is written where it is coerced", () => {
    expect(payloadCheck(() => coerced(toDate, date())).write(0)).toEqual({
      ok: true,
      value: "1970-01-01T00:00:00.000Z",
    });
    expect(payloadCheck(() => coerced(toBigint, bigint())).write("5")).toEqual({ ok: true, value: "5" });
    expect(payloadCheck(() => coerced(toBigint, bigint())).read(5)).toEqual({ ok: true, value: 5n });
    expect(payloadCheck(() => coerced(toBigint, bigint())).read("9".repeat(100_000)).ok).toBe(false);
  });

  it("has memory of its own", () => {
    const sent = new Uint8Array([1, 2, 3, 4, 5]).subarray(1, 5);
    const result = payloadCheck(() => bytes(Uint32Array)).read(sent);
    expect(result.ok && result.value).toEqual(new Uint32Array(sent.slice().buffer));
  });

  it("leaves as bytes, whatever view shows them", () => {
    const floats = new Float64Array([0, 1]).subarray(1);
    const sent = payloadCheck(() => bytes(Float64Array)).write(floats);
    expect(sent).toEqual({ ok: true, value: new Uint8Array([0, 0, 0, 0, 0, 0, 240, 63]) });
  });

  it("leaves a tuple as short as it was", () => {
    const check = payloadCheck(() => tuple([string(), orNull(optional(date()))]));
    expect(check.write(["a", undefined])).toEqual({ ok: true, value: ["a"] });
    expect(check.read(["a"])).toEqual({ ok: true, value: ["a"] });
  });

  it("is told from text by no -0, which then travels as 0", () => {
    const check = payloadCheck(() => union(string(), number()));
    expect(check.write(-0)).toEqual({ ok: true, value: -0 });
    expect(check.read("-0")).toEqual({ ok: true, value: "-0" });
  });

  it("costs an exclusive union no key that tells its options apart", () => {
    const check = payloadCheck(() =>
      exclusive(object({ a: string() }), object({ a: string(), b: number() })),
    );
    expect(check.write({ a: "a", b: 1 }).ok).toBe(false);
    expect(check.write({ a: "a" })).toEqual({ ok: true, value: { a: "a" } });
  });

  it("is null only where null is meant", () => {
    const check = payloadCheck(() => array(boxed(union(only(null), only(undefined)))));
    const written = check.write([null, undefined]);
    expect(written).toEqual({ ok: true, value: [[null], []] });
    expect(check.read(written.ok && written.value)).toEqual({ ok: true, value: [null, undefined] });
  });
});

describe("the author's own codec", () => {
  const schema = z.codec(z.string(), z.number(), {
    decode: (text) => text.length,
    encode: (length) => "x".repeat(length),
  });
  const check = payloadCheck(() => codec(schema, string()));

  it("encodes what is written and decodes what is read", () => {
    expect(check.write(3)).toEqual({ ok: true, value: "xxx" });
    expect(check.read("xxx")).toEqual({ ok: true, value: 3 });
  });

  it("reports what it refuses, either way", () => {
    expect(check.write("a").ok).toBe(false);
    expect(check.read(1)).toMatchObject({ ok: false, issues: [{ code: "invalid_type", path: [] }] });
  });
});

describe("made-up schemas of such kinds", () => {
  // Each schema is tried on a few values only, so that compiling it costs more than it saves.
  beforeAll(() => z.config({ jitless: true }));

  it("bring what zod takes to its reader as zod gives it", () => {
    const count = { compared: 0, passed: 0 };
    const anyCase = kindModel.chain((schema) =>
      fc.array(nearValue(schema, {}), { minLength: 12, maxLength: 12 }).map((values) => ({ schema, values })),
    );
    fc.assert(
      fc.property(anyCase, ({ schema, values }) => {
        const source = programSource(schema, []);
        const zod = runSource(source);
        const check = checkOf(schema);
        const isGuessed = holdsGuess(schema);
        for (const value of values) {
          // zod itself throws where it would freeze memory.
          if (!parse(zod, value)) continue;
          const expected = [value, withoutUndefined(value), withoutUndefined(value, true)].flatMap((each) => {
            const result = parse(zod, each);
            return result?.success ? [result.data] : [];
          });
          const written = check.write(value);
          count.compared++;
          if (!written.ok) continue;
          count.passed++;
          const note = `${source}\n// ${fc.stringify(value)}`;
          const actual = check.read(transport(written.value));
          expect(actual.ok, `${note}\n${fc.stringify(actual)}`).toBe(true);
          const ours = inFull(actual.ok && actual.value, isGuessed);
          const theirs = expected.map((each) => inFull(each, isGuessed));
          if (!theirs.some((each) => isDeepStrictEqual(ours, each)))
            expect(ours, note).toEqual(theirs[0] ?? "refused");
        }
      }),
      { numRuns: Number(process.env.WIREPACT_PLAN_RUNS ?? 1_500) },
    );
    expect(count.passed).toBeGreaterThan(count.compared * 0.2);
  }, 120_000);
});

/** Nothing where zod itself throws: it cannot freeze memory. */
function parse(zod: z.ZodType, value: unknown): z.ZodSafeParseResult<unknown> | undefined {
  try {
    return zod.safeParse(value);
  } catch {
    return undefined;
  }
}

/** What is undefined does not travel: to a writer it is as good as absent, at the end of a tuple too. */
function withoutUndefined(value: unknown, isCut = false): unknown {
  const inside = (part: unknown) => withoutUndefined(part, isCut);
  if (Array.isArray(value)) {
    const end = isCut ? value.findLastIndex((item) => item !== undefined) + 1 : value.length;
    return Array.from(value.slice(0, end), inside);
  }
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [inside(key), inside(item)]));
  if (value instanceof Set) return new Set([...value].map(inside));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return value;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, inside(item)]));
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
    const held = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { view: Object.prototype.toString.call(value), bytes: [...held] };
  }
  if (Array.isArray(value)) return Array.from(value, inside);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return { object: entries.map(([key, item]) => [key, inside(item)]) };
}
