import { describe, expect, it } from "vitest";
import { payloadCheck } from "../../contracts/wire/index.js";
import type { Plan } from "../../contracts/wire/plan.js";

describe("payloadCheck", () => {
  const message: Plan = [
    "object",
    ["id", ["string", ["format", "UUID", "^[0-9a-f-]{36}$"]]],
    ["text", ["string", "trim", ["min", 1], ["max", 2000]]],
    ["note", ["optional", "string"]],
  ];

  it("reads a fresh value without undeclared keys, trimmed", () => {
    const input = { id: "0".repeat(36), text: " hi ", more: 1 };
    expect(payloadCheck(message).read(input)).toEqual({
      ok: true,
      value: { id: "0".repeat(36), text: "hi" },
    });
    expect(input.text).toBe(" hi ");
  });
});
