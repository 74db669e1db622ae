import { describe, expect, it } from "vitest";
import type { Plan } from "../../contracts/wire/plan.js";
import { planSchema } from "../../generator/emit/plan-schema.js";
import type { SchemaModel } from "../../generator/model/index.js";

const place = { file: "contracts/chat.ts", line: 1, column: 1 };
const text: SchemaModel = { kind: "string", coerce: false, checks: [] };
const flag: SchemaModel = { kind: "boolean", coerce: false };

describe("planSchema", () => {
  it.each<[SchemaModel, Plan]>([
    [text, "string"],
    [{ ...text, message: "Name it" }, ["says", "Name it", "string"]],
    [{ kind: "string", coerce: true, checks: [{ kind: "trim" }] }, ["coerce", ["string", "trim"]]],
    [
      { kind: "string", coerce: false, checks: [{ kind: "min_length", value: 1, message: "no" }] },
      ["string", ["says", "no", ["min", 1]]],
    ],
    [
      {
        kind: "string",
        coerce: false,
        checks: [
          { kind: "format", format: "email", pattern: { source: "@", flags: "" } },
          { kind: "format", format: "regex", pattern: { source: "a", flags: "u" } },
          { kind: "coded_format", format: "jwt", options: { alg: "HS256" } },
          { kind: "is_upper_case" },
        ],
      },
      [
        "string",
        ["format", "email address", "@"],
        ["regex", "a", "u"],
        ["coded", "JWT", "jwt", { alg: "HS256" }],
        ["format", "uppercase", "^[^a-z]*$"],
      ],
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
      ["number", ["int"], [">", 0]],
    ],
    [{ kind: "unknown" }, "any"],
    [{ kind: "enum", values: ["a", "b"] }, ["one", "a", "b"]],
    [
      {
        kind: "object",
        unknownKeys: "strip",
        fields: [
          { name: "b", schema: { kind: "optional", exact: true, inner: text }, place },
          { name: "1", schema: text, place },
        ],
      },
      ["object", ["1", "string"], ["b", ["exact", "string"]]],
    ],
    [{ kind: "object", unknownKeys: "catchall", catchall: flag, fields: [] }, ["catchall", "boolean"]],
    [{ kind: "object", unknownKeys: "catchall", catchall: { kind: "never" }, fields: [] }, ["strict"]],
    [
      { kind: "array", item: text, checks: [{ kind: "max_length", value: 2 }] },
      ["array", "string", ["max", 2]],
    ],
    [{ kind: "tuple", items: [text], rest: flag }, ["tuple", ["string"], "boolean"]],
    [{ kind: "record", key: text, value: flag, mode: "exhaustive" }, ["record", "string", "boolean"]],
    [{ kind: "record", key: text, value: flag, mode: "partial" }, ["record", "string", "boolean", "partial"]],
    [{ kind: "union", options: [text, flag] }, ["union", "string", "boolean"]],
    [
      { kind: "union", discriminator: "kind", options: [{ kind: "reference", id: "Circle" }] },
      ["switch", "kind", ["ref", "Circle"]],
    ],
    [{ kind: "intersection", left: text, right: flag }, ["intersection", "string", "boolean"]],
    [{ kind: "default", value: { a: 1 }, inner: text }, ["default", { a: 1 }, "string"]],
    [{ ...text, customChecks: 1 }, ["custom", "string"]],
    [{ kind: "transform", accepts: text, yields: { text: "number", imports: [] } }, ["custom", "string"]],
  ])("makes a plan of %j", (schema, plan) => {
    expect(planSchema(schema)).toEqual(plan);
  });

  it("makes nothing that JSON would lose", () => {
    const limits = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const plan = planSchema({
      kind: "number",
      coerce: false,
      checks: limits.map((value) => ({
        kind: value > 0 ? ("less_than" as const) : ("greater_than" as const),
        value,
        inclusive: true,
      })),
    });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it("throws for a schema that cannot cross the wire", () => {
    expect(() =>
      planSchema({ kind: "unsupported", what: "z.map", reason: "JSON has no maps", mend: "-" }),
    ).toThrow("`z.map` has no plan: JSON has no maps");
  });
});
