import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readBlobs } from "../../contracts/wire/index.js";
import type { FileCheck, SchemaModel } from "../../generator/model/index.js";
import { checkOf } from "./check-of.js";
import { transport } from "./transport.js";
import { zodSource } from "./zod-source.js";
import { zodSays } from "./zod-verdict.js";

const types = ["image/png", "image/jpeg", "text/plain", ""];
const said = fc.option(fc.constantFrom("too bad", ""), { nil: undefined });
const fileCheck: fc.Arbitrary<FileCheck> = fc
  .tuple(
    fc.oneof(
      fc.record({
        kind: fc.constantFrom("min_length" as const, "max_length" as const),
        value: fc.integer({ min: 0, max: 4 }),
      }),
      fc.record({
        kind: fc.constant("mime" as const),
        types: fc.subarray(types.slice(0, 3), { minLength: 1 }),
      }),
    ),
    said,
  )
  .map(([check, message]) => (message === undefined ? check : { ...check, message }));
const blobSchema: fc.Arbitrary<SchemaModel> = fc.oneof(
  fc
    .array(fileCheck, { maxLength: 3 })
    .map((checks) => ({ kind: "blob" as const, expected: "file" as const, checks })),
  fc
    .constantFrom("Blob" as const, "File" as const)
    .map((expected) => ({ kind: "blob" as const, expected, checks: [] })),
);
const bytes = fc.uint8Array({ maxLength: 6 });
const file = fc
  .tuple(bytes, fc.string(), fc.constantFrom(...types), fc.integer({ min: 0, max: 9e14 }))
  .map(
    ([content, name, type, lastModified]) =>
      new File([content as Uint8Array<ArrayBuffer>], name, { type, lastModified }),
  );
const blob = fc
  .tuple(bytes, fc.constantFrom(...types))
  .map(([content, type]) => new Blob([content as Uint8Array<ArrayBuffer>], { type }));
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: file },
  { weight: 2, arbitrary: blob },
  fc.constantFrom("text", null, undefined, 5, [], {}, new Date(0), new Uint8Array(2)),
);

describe("a Blob or a File", () => {
  it("is judged as zod judges it, and arrives with equal bytes, type, name and time", async () => {
    await fc.assert(
      fc.asyncProperty(blobSchema, value, async (schema, given) => {
        const zod: z.ZodType = new Function("z", `return ${zodSource(schema)}`)(z);
        const expected = zodSays(zod, given);
        const check = checkOf(schema);
        const written = check.write(given);
        if (typeof expected === "string" || !expected.ok) {
          expect(written).toEqual(expected);
          return;
        }
        if (!written.ok) throw new Error("zod takes it");
        await readBlobs(written.value);
        const read = check.read(transport(written.value));
        expect(await describeBlob(read.ok && read.value)).toEqual(
          // A File is a Blob as well, and arrives as no more than that where a Blob was declared.
          await describeBlob(isBlob(schema) ? new Blob([given as Blob], given as Blob) : expected.value),
        );
        // What is read is judged too.
        const strict = checkOf({
          kind: "blob",
          expected: "file",
          checks: [{ kind: "max_length", value: 2 }],
        });
        const small = zodSays(z.file().max(2), given);
        if (given instanceof File && typeof small !== "string" && !small.ok) {
          expect(strict.read(transport(written.value))).toEqual(
            schema.kind === "blob" && schema.expected === "Blob"
              ? expect.objectContaining({ ok: false })
              : small,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it("weighs what it holds before its bytes are read", () => {
    const written = checkOf({ kind: "blob", expected: "Blob", checks: [] }).write(new Blob(["12345"]));
    const form = written.ok && (written.value as { readonly bytes: Uint8Array });
    expect(form && [form.bytes.byteLength, form.bytes.length, ArrayBuffer.isView(form.bytes)]).toEqual([
      5,
      0,
      true,
    ]);
  });
});

function isBlob(schema: SchemaModel): boolean {
  return schema.kind === "blob" && schema.expected === "Blob";
}

async function describeBlob(value: unknown): Promise<unknown> {
  if (!(value instanceof Blob)) return value;
  const common = { bytes: [...new Uint8Array(await value.arrayBuffer())], type: value.type };
  return value instanceof File
    ? { ...common, name: value.name, lastModified: value.lastModified, isFile: true }
    : common;
}
