import { describe, expect, test } from "vitest";
import { fromContract } from "wirepact/server";
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
