import { describe, expect, it } from "vitest";
import { z } from "zod";
import { knownFormat } from "../../generator/emit/check/known-formats.js";
import { isOpaque, readSchemaTable } from "../../generator/emit/schema-table.js";
import type { SchemaModel } from "../../generator/model/index.js";
import { wordsOf } from "./check-of.js";

const place = { file: "contracts/chat.ts", line: 1, column: 1 };
const text: SchemaModel = { kind: "string", coerce: false, checks: [] };
const flag: SchemaModel = { kind: "boolean", coerce: false };

function object(fields: Readonly<Record<string, SchemaModel>>): SchemaModel {
  const list = Object.entries(fields).map(([name, schema]) => ({ name, schema, place }));
  return { kind: "object", unknownKeys: "strip", fields: list };
}

const uuid = z.uuid()._zod.def.pattern ?? /no pattern/;

describe("the words of a schema", () => {
  it.each<[SchemaModel, string]>([
    [text, "string()"],
    [{ ...text, message: "Name it" }, 'says("Name it", string())'],
    [{ kind: "string", coerce: true, checks: [{ kind: "trim" }] }, "coerced(String, string(trim))"],
    [
      { kind: "string", coerce: false, checks: [{ kind: "min_length", value: 1, message: "no" }] },
      'string(says("no", min(1)))',
    ],
    [
      {
        kind: "string",
        coerce: false,
        checks: [
          { kind: "format", format: "uuid", pattern: { source: uuid.source, flags: "" } },
          { kind: "format", format: "email", pattern: { source: "@", flags: "" } },
          { kind: "format", format: "regex", pattern: { source: "a", flags: "u" } },
          { kind: "coded_format", format: "jwt", options: { alg: "HS256" } },
          { kind: "coded_format", format: "url", options: { hostname: { source: "^a", flags: "" } } },
          { kind: "is_upper_case" },
        ],
      },
      'string(uuid, format("email address", /@/), regex(/a/u), jwt("HS256"), url({ hostname: /^a/ }), format("uppercase", /^[^a-z]*$/))',
    ],
    [
      {
        kind: "number",
        coerce: false,
        checks: [
          { kind: "number_format", format: "safeint" },
          { kind: "number_format", format: "float64" },
          { kind: "greater_than", value: 0, inclusive: false },
          { kind: "less_than", value: Number.POSITIVE_INFINITY, inclusive: true },
        ],
      },
      "number(int, gt(0))",
    ],
    [{ kind: "unknown" }, "anything"],
    [{ kind: "enum", values: ["a", "b"] }, 'oneOf("a", "b")'],
    [
      object({ "a-b": { kind: "optional", exact: true, inner: text }, __proto__x: text }),
      'object({ "a-b": exactOptional(string()), __proto__x: string() })',
    ],
    [{ kind: "object", unknownKeys: "catchall", catchall: flag, fields: [] }, "object({}, others(boolean))"],
    [
      { kind: "object", unknownKeys: "catchall", catchall: { kind: "never" }, fields: [] },
      "object({}, strict)",
    ],
    [{ kind: "array", item: text, checks: [{ kind: "max_length", value: 2 }] }, "array(string(), max(2))"],
    [{ kind: "tuple", items: [text], rest: flag }, "tuple([string()], boolean)"],
    [{ kind: "record", key: text, value: flag, mode: "exhaustive" }, "record(string(), boolean)"],
    [
      { kind: "record", key: { kind: "enum", values: ["a"] }, value: flag, mode: "exhaustive" },
      'exhaustive(["a"], boolean, "refused")',
    ],
    [
      { kind: "record", key: { kind: "enum", values: ["a"] }, value: flag, mode: "partial" },
      'record(oneOf("a"), boolean, "refused")',
    ],
    [{ kind: "record", key: text, value: flag, mode: "loose" }, 'record(string(), boolean, "kept")'],
    [{ kind: "union", options: [text, flag] }, "union(string(), boolean)"],
    [{ kind: "union", options: [text] }, "string()"],
    [{ kind: "intersection", left: text, right: flag }, "intersection(string(), boolean)"],
    [{ kind: "default", value: { a: 1 }, inner: text }, "withDefault({ a: 1 }, string())"],
    [
      { kind: "optional", exact: false, inner: { kind: "default", value: "a", inner: text } },
      'optionalFilled(withDefault("a", string()))',
    ],
    [
      { kind: "nullable", inner: { kind: "optional", exact: false, inner: text } },
      'field("allowed", true, nullable(optional(string())))',
    ],
    [{ ...text, customChecks: 1 }, "custom(string())"],
    [{ kind: "transform", accepts: text, yields: { text: "number", imports: [] } }, "custom(string())"],
  ])("of %j", (schema, words) => {
    expect(wordsOf(schema)).toBe(words);
  });

  it("tell which option of a discriminated union claims which value", () => {
    const circle = object({ kind: { kind: "literal", values: ["circle", "disc"] } });
    const other = object({
      kind: { kind: "optional", exact: false, inner: { kind: "literal", values: [1] } },
    });
    const schema: SchemaModel = {
      kind: "union",
      discriminator: "kind",
      options: [{ kind: "reference", id: "Circle" }, other],
    };
    expect(wordsOf(schema, { Circle: circle })).toBe(
      [
        'discriminated("kind", [',
        '  ["circle", named(checkCircle)],',
        '  ["disc", named(checkCircle)],',
        "  [1, object({ kind: optional(oneOf(1)) })],",
        "  [undefined, object({ kind: optional(oneOf(1)) })],",
        "])",
      ].join("\n"),
    );
  });

  it("name no option for a key that several may omit", () => {
    const maybe = (value: string) =>
      object({ kind: { kind: "optional", exact: false, inner: { kind: "literal", values: [value] } } });
    const words = wordsOf({ kind: "union", discriminator: "kind", options: [maybe("a"), maybe("b")] });
    expect(words).toContain("[undefined]");
  });

  it("cannot be made for a schema that cannot cross the wire", () => {
    expect(() =>
      wordsOf({ kind: "unsupported", what: "z.function", reason: "code does not travel", mend: "-" }),
    ).toThrow("`z.function` has no check: code does not travel");
  });
});

describe("a known format", () => {
  it.each([
    ["email", z.email(), "email"],
    ["uuid", z.uuid(), "uuid"],
    ["ipv4", z.ipv4(), "ipv4"],
    ["cidrv4", z.cidrv4(), "cidrv4"],
    ["mac", z.mac(), "mac"],
    ["datetime", z.iso.datetime(), "isoDatetime"],
    ["date", z.iso.date(), "isoDate"],
    ["duration", z.iso.duration(), "isoDuration"],
  ] as const)("%s has zod's own pattern", (format, schema, word) => {
    const { pattern } = schema._zod.def;
    expect(pattern && knownFormat(format, pattern)).toBe(word);
  });

  it("is none of another version or with options", () => {
    for (const schema of [z.uuidv4(), z.iso.datetime({ offset: true })]) {
      const { format, pattern } = schema._zod.def;
      expect(pattern && knownFormat(format, pattern)).toBe(undefined);
    }
  });
});

describe("a schema through which anything passes", () => {
  const open: SchemaModel = { kind: "object", unknownKeys: "loose", fields: [] };
  it.each<[SchemaModel, boolean]>([
    [text, false],
    [{ kind: "any" }, true],
    [{ kind: "array", item: { kind: "nullable", inner: { kind: "any" } }, checks: [] }, true],
    [open, true],
    [{ kind: "record", key: text, value: text, mode: "loose" }, true],
    [{ kind: "object", unknownKeys: "catchall", catchall: flag, fields: [] }, false],
    [{ kind: "literal", values: ["any"] }, false],
    [{ kind: "reference", id: "Tree" }, false],
    [{ kind: "reference", id: "Open" }, true],
  ])("is told from others: %j", (schema, expected) => {
    const tree = object({
      next: { kind: "optional", exact: false, inner: { kind: "reference", id: "Tree" } },
    });
    const table = readSchemaTable({
      channels: [],
      schemas: [
        { id: "Tree", schema: tree, place },
        { id: "Open", schema: open, place },
      ],
    });
    expect(isOpaque(schema, table)).toBe(expected);
  });
});
