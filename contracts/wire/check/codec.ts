import type { Check } from "./check.js";
import { report, runApart, type Walk } from "./walk.js";

/** zod's own way to run a schema, which classic and mini have in common; tried with zod 4.6. */
interface ZodSchema {
  readonly _zod: {
    run(
      payload: { value: unknown; issues: unknown[] },
      options: { readonly direction: "forward" | "backward"; readonly async: false },
    ): { readonly value: unknown; readonly issues: readonly unknown[] };
  };
}

/**
 * The author's two-way conversion: the writer's value is encoded by the contract's own schema, what that gives
 * travels as `wire` says, and the reader's copy of the schema decodes it.
 */
export function codec(schema: unknown, wire: Check): Check {
  // Generated code hands over the contract's schema.
  const zod = schema as ZodSchema;
  return (value, walk, says) => {
    if (walk.isWriting) {
      const encoded = convert(zod, value, "backward", walk, says);
      return encoded ? wire(encoded.value, walk) : value;
    }
    const read = runApart(wire, value, walk);
    walk.found.push(...read.found);
    if (read.found.length > 0) return value;
    return convert(zod, read.value, "forward", walk, says)?.value;
  };
}

function convert(
  zod: ZodSchema,
  value: unknown,
  direction: "forward" | "backward",
  walk: Walk,
  says: string | undefined,
): { readonly value: unknown } | undefined {
  const result = zod._zod.run({ value, issues: [] }, { direction, async: false });
  for (const issue of result.issues) {
    const { code = "custom", path = [], message } = Object(issue);
    report(walk, says, String(code), typeof message === "string" ? message : "Invalid input");
    const keys = [...path].map((key: unknown) => (typeof key === "number" ? key : String(key)));
    walk.found.at(-1)?.path.push(...keys.reverse());
  }
  return result.issues.length === 0 ? result : undefined;
}
