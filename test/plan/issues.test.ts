import { describe, expect, it } from "vitest";
import {
  anything,
  array,
  boolean,
  type Check,
  discriminated,
  endsWith,
  exactOptional,
  exhaustive,
  format,
  gt,
  includes,
  int,
  intersection,
  intWithin,
  length,
  lte,
  max,
  min,
  multipleOf,
  never,
  nonoptional,
  number,
  object,
  oneOf,
  only,
  optional,
  others,
  prefault,
  record,
  regex,
  says,
  startsWith,
  strict,
  string,
  template,
  trim,
  tuple,
  union,
  url,
} from "../../contracts/wire/check/index.js";
import { payloadCheck } from "../../contracts/wire/index.js";

/** A check, a value that breaks it, and the whole of what is said about it. */
const rows: readonly (readonly [name: string, () => Check, unknown, ...string[]])[] = [
  ["a string", () => string(), 1, "invalid_type : Invalid input: expected string, received number"],
  [
    "no value at all",
    () => string(),
    undefined,
    "invalid_type : Invalid input: expected string, received undefined",
  ],
  [
    "a class instance",
    () => string(),
    new Map(),
    "invalid_type : Invalid input: expected string, received Map",
  ],
  [
    "a short string",
    () => string(min(2)),
    "\ud83d\ude00",
    "too_small : Too small: expected string to have >=2 characters",
  ],
  ["a long string", () => string(max(1)), "ab", "too_big : Too big: expected string to have <=1 characters"],
  [
    "an exact length",
    () => string(length(1)),
    "ab",
    "too_big : Too big: expected string to have exactly 1 characters",
  ],
  [
    "a wrong type with a length, as zod does",
    () => string(min(2)),
    [1],
    "invalid_type : Invalid input: expected string, received array",
    "too_small : Too small: expected array to have >=2 items",
  ],
  ["a format", () => string(format("UUID", /^u$/)), "a", "invalid_format : Invalid UUID"],
  ["a regex", () => string(regex(/^a$/i)), "b", "invalid_format : Invalid string: must match pattern /^a$/i"],
  ["a coded format", () => string(url()), "a b", "invalid_format : Invalid URL"],
  ["`includes`", () => string(includes("a")), "b", 'invalid_format : Invalid string: must include "a"'],
  ["`starts`", () => string(startsWith("a")), "b", 'invalid_format : Invalid string: must start with "a"'],
  ["`ends`", () => string(endsWith("a")), "b", 'invalid_format : Invalid string: must end with "a"'],
  ["the author's text", () => string(says("Too short", min(1))), "", "too_small : Too short"],
  [
    "the author's text for the schema, in its checks too",
    () => says("Name it", string(min(1))),
    "",
    "too_small : Name it",
  ],
  ["NaN", () => number(), Number.NaN, "invalid_type : Invalid input: expected number, received NaN"],
  [
    "Infinity",
    () => number(),
    Number.NEGATIVE_INFINITY,
    "invalid_type : Invalid input: expected number, received -Infinity",
  ],
  ["a small number", () => number(gt(1)), 1, "too_small : Too small: expected number to be >1"],
  ["a large number", () => number(lte(1)), 2, "too_big : Too big: expected number to be <=1"],
  [
    "a multiple",
    () => number(multipleOf(0.1)),
    0.25,
    "not_multiple_of : Invalid number: must be a multiple of 0.1",
  ],
  [
    "a fraction, and no check behind it",
    () => number(int, gt(9)),
    1.5,
    "invalid_type : Invalid input: expected int, received number",
  ],
  [
    "an unsafe integer",
    () => number(int),
    2 ** 60,
    "too_big : Too big: expected int to be <=9007199254740991",
  ],
  ["a range", () => number(intWithin(0, 9)), -1, "too_small : Too small: expected number to be >=0"],
  ["a boolean", () => boolean, "true", "invalid_type : Invalid input: expected boolean, received string"],
  ["null", () => only(null), undefined, "invalid_type : Invalid input: expected null, received undefined"],
  [
    "undefined",
    () => only(undefined),
    null,
    "invalid_type : Invalid input: expected undefined, received null",
  ],
  ["never", () => never, 1, "invalid_type : Invalid input: expected never, received number"],
  ["a literal", () => oneOf("a"), "b", 'invalid_value : Invalid input: expected "a"'],
  ["an enum", () => oneOf("a", 1, null), "b", 'invalid_value : Invalid option: expected one of "a"|1|null'],
  ["a template", () => template(/^a\d$/), "b", "invalid_format : Invalid input"],
  ["an object", () => object({}), [], "invalid_type : Invalid input: expected object, received array"],
  [
    "an absent field",
    () => object({ a: string() }),
    {},
    "invalid_type a: Invalid input: expected string, received undefined",
  ],
  [
    "an absent field of any type",
    () => object({ a: anything }),
    {},
    "invalid_type a: Invalid input: expected nonoptional, received undefined",
  ],
  [
    "an undefined `exact` field",
    () => object({ a: exactOptional(string()) }),
    { a: undefined },
    "invalid_type a: Invalid input: expected string, received undefined",
  ],
  [
    "undeclared keys",
    () => object({}, strict),
    JSON.parse('{"a":1,"__proto__":1}'),
    'unrecognized_keys : Unrecognized keys: "a", "__proto__"',
  ],
  [
    "a catchall",
    () => object({}, others(number())),
    { a: "a" },
    "invalid_type a: Invalid input: expected number, received string",
  ],
  [
    "items, by index",
    () => array(string()),
    ["a", 1],
    "invalid_type 1: Invalid input: expected string, received number",
  ],
  [
    "a hole",
    () => array(string()),
    new Array(1),
    "invalid_type 0: Invalid input: expected string, received undefined",
  ],
  [
    "too many items, and none of them",
    () => array(string(), max(1)),
    [1, 2],
    "too_big : Too big: expected array to have <=1 items",
  ],
  ["a tuple", () => tuple([string()]), {}, "invalid_type : Invalid input: expected tuple, received object"],
  [
    "a short tuple",
    () => tuple([string(), optional(string())]),
    [],
    "too_small : Too small: expected array to have >=1 items",
  ],
  ["a long tuple", () => tuple([string()]), ["a", 1], "too_big : Too big: expected array to have <=1 items"],
  [
    "the rest of a tuple before its items, as zod does",
    () => tuple([string()], number()),
    [1, "a"],
    "invalid_type 1: Invalid input: expected number, received string",
    "invalid_type 0: Invalid input: expected string, received number",
  ],
  [
    "a record",
    () => record(string(), anything),
    new Date(0),
    "invalid_type : Invalid input: expected record, received Date",
  ],
  [
    "a record's key",
    () => record(string(max(1)), anything),
    { ab: 1 },
    "invalid_key ab: Invalid key in record",
  ],
  [
    "a record's value",
    () => record(string(), only(null)),
    { a: 1 },
    "invalid_type a: Invalid input: expected null, received number",
  ],
  [
    "a record of enum keys",
    () => exhaustive(["a"], only(null), "refused"),
    { b: null },
    "invalid_type a: Invalid input: expected null, received undefined",
    'unrecognized_keys : Unrecognized key: "b"',
  ],
  ["a union", () => union(string(), number()), null, "invalid_union : Invalid input"],
  [
    "a union's one option of the right type",
    () => union(string(min(2)), number()),
    "a",
    "too_small : Too small: expected string to have >=2 characters",
  ],
  [
    "a discriminator",
    () =>
      discriminated("k", [
        ["a", object({ k: oneOf("a") })],
        ["b", object({ k: oneOf("b") })],
      ]),
    { k: "c" },
    "invalid_union k: Invalid discriminator value. Expected 'a' | 'b'",
  ],
  [
    "keys that both sides of an intersection refuse",
    () => intersection(object({ a: anything }, strict), object({ b: anything }, strict)),
    { a: 1, b: 2, c: 3 },
    'unrecognized_keys : Unrecognized key: "c"',
  ],
  [
    "an intersection whose sides differ",
    () => intersection(string(trim), string()),
    " a",
    "unmergeable : Unmergeable intersection: its two sides yield different values",
  ],
  [
    "nonoptional",
    () => nonoptional(optional(string())),
    undefined,
    "invalid_type : Invalid input: expected nonoptional, received undefined",
  ],
  [
    "a prefault that fails",
    () => prefault(1, string()),
    undefined,
    "invalid_type : Invalid input: expected string, received number",
  ],
];

describe("issues of a check", () => {
  it.each(rows.map(([name, ...row]) => [name, row] as const))(
    "names %s",
    (_name, [make, value, ...texts]) => {
      const result = payloadCheck(make).read(value);
      const issues = result.ok ? [] : result.issues;
      expect(issues.map(({ code, path, message }) => `${code} ${path.join(".")}: ${message}`)).toEqual(texts);
    },
  );

  it("carry the code, the path and the message, and nothing of the value", () => {
    const result = payloadCheck(() => object({ a: array(string()) })).read({ a: ["secret", 1] });
    expect(result).toEqual({
      ok: false,
      issues: [
        {
          code: "invalid_type",
          path: ["a", 1],
          message: "Invalid input: expected string, received number",
        },
      ],
    });
  });
});
