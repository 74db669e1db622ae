import { describe, expect, test } from "vitest";
import {
  array,
  date,
  fromContract,
  invalid,
  lined,
  loose,
  number,
  object,
  optional,
  payloadCheck,
} from "wirepact/server";
import { z } from "zod";
import * as mini from "zod/mini";

describe.each([
  ["zod", z.object({ text: z.string() })],
  ["zod/mini", mini.object({ text: mini.string() })],
])("a schema of %s", (_name, schema) => {
  const check = fromContract(schema);

  test("yields a fresh value without undeclared keys", () => {
    expect(check.read({ text: "hi", secret: 1 })).toEqual({ ok: true, value: { text: "hi" } });
    expect(check.write({ text: "hi", secret: 1 })).toEqual({ ok: true, value: { text: "hi" } });
  });

  test("yields its issues without the input", () => {
    const result = check.read({ text: { password: "x" } });
    expect(result).toMatchObject({ ok: false, issues: [{ code: "invalid_type", path: ["text"] }] });
    expect(JSON.stringify(result)).not.toContain("password");
  });
});

test("a value deeper than the call stack is an issue rather than an overflow", () => {
  interface Tree {
    children: Tree[];
  }
  const tree: z.ZodType<Tree> = z.object({
    get children() {
      return z.array(tree);
    },
  });
  let oak: Tree = { children: [] };
  for (let level = 0; level < 100_000; level++) oak = { children: [oak] };
  expect(fromContract(tree).write(oak)).toMatchObject({ ok: false, issues: [{ code: "too_deep" }] });
});

test("an asynchronous check is a defect that names its mend", () => {
  const check = fromContract(z.string().refine(async () => true));
  expect(() => check.read("x")).toThrow("asynchronously");
});

test("anything that is no schema is refused at once", () => {
  expect(() => fromContract({ parse: () => 1 })).toThrow(TypeError);
  expect(() => fromContract(undefined)).toThrow(TypeError);
});

describe("a schema of which a part travels in another form", () => {
  const schema = z
    .object({ from: z.date(), to: z.date() })
    .refine(({ from, to }) => from < to, "ends before it begins");
  const check = fromContract(schema, {
    wire: () => object({ from: optional(date()), to: optional(date()) }, loose),
  });
  const travels = { from: "1970-01-01T00:00:00.001Z", to: "1970-01-01T00:00:00.002Z" };
  const value = { from: new Date(1), to: new Date(2) };

  test("is decoded before the author's check and encoded after it", () => {
    expect(check.read(travels)).toEqual({ ok: true, value });
    expect(check.write(value)).toEqual({ ok: true, value: travels });
    for (const refused of [
      check.read({ ...travels, from: travels.to }),
      check.write({ ...value, to: value.from }),
    ]) {
      expect(refused).toMatchObject({ ok: false, issues: [{ message: "ends before it begins" }] });
    }
  });

  test("has zod's issues for what is missing, and ours for what does not decode", () => {
    expect(check.read({ to: travels.to })).toMatchObject({
      issues: [{ code: "invalid_type", path: ["from"] }],
    });
    expect(check.read({ ...travels, from: "soon" })).toMatchObject({
      issues: [
        { code: "invalid_type", path: ["from"], message: "Invalid input: expected date, received string" },
      ],
    });
  });
});

describe.each([
  ["zod", z.codec(z.number(), z.string(), { decode: String, encode: Number }).check(z.minLength(2))],
  [
    "zod/mini",
    mini.codec(mini.number(), mini.string(), { decode: String, encode: Number }).check(mini.minLength(2)),
  ],
])("a codec of %s", (_name, schema) => {
  test("is encoded by its writer and decoded by its reader", () => {
    const check = fromContract(schema, { wire: () => number(), isEncoded: true });
    expect(check.write("12")).toEqual({ ok: true, value: 12 });
    expect(check.read(12)).toEqual({ ok: true, value: "12" });
    expect(check.write("1")).toMatchObject({ ok: false, issues: [{ code: "too_small" }] });
    expect(check.read(1)).toMatchObject({ ok: false, issues: [{ code: "too_small" }] });
  });
});

describe("a check of words with straight lines", () => {
  const check = payloadCheck(() => object({ at: date() }), {
    read: () => {
      throw new Error("a getter");
    },
  });

  test("asks the words where a line throws", () => {
    expect(check.read({ at: "1970-01-01T00:00:00Z" })).toEqual({ ok: true, value: { at: new Date(0) } });
  });

  test("walks only through the items that a line refuses", () => {
    const asked: unknown[] = [];
    const many = payloadCheck(() =>
      array(
        lined(
          { read: (value) => (value === 2 ? invalid : value) },
          number((value) => {
            asked.push(value);
            return value;
          }),
        ),
      ),
    );
    expect(many.read([1, 2, 3])).toEqual({ ok: true, value: [1, 2, 3] });
    expect(asked).toEqual([2]);
  });

  test("reports at most ten short issues", () => {
    const many = payloadCheck(() =>
      object(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`field${index}`, number()]))),
    );
    const result = many.read({});
    expect(result.ok ? [] : result.issues).toHaveLength(10);
  });
});
