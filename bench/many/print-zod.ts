import type { Field, Shape } from "./operations.js";

/** Whose words a schema is printed in. */
export type Dialect = "zod" | "mini";

/** Fields as an object schema, in the words of zod or of zod/mini, where both are imported as `z`. */
export function printObject(fields: readonly Field[], dialect: Dialect = "zod"): string {
  const members = fields.map(({ name, shape, isOptional }) => {
    const text = printShape(shape, dialect);
    if (!isOptional) return `${name}: ${text}`;
    return `${name}: ${dialect === "zod" ? `${text}.optional()` : `z.optional(${text})`}`;
  });
  return `z.object({ ${members.join(", ")} })`;
}

function printShape(shape: Shape, dialect: Dialect): string {
  switch (shape.kind) {
    case "text": {
      const { min, max } = shape;
      return withChecks("z.string()", { minLength: min, maxLength: max }, dialect);
    }
    case "int":
      return withChecks("z.int()", { gte: shape.min, lte: shape.max }, dialect);
    case "list":
      return withChecks(`z.array(${printShape(shape.of, dialect)})`, { maxLength: shape.max }, dialect);
    case "uuid":
    case "email":
    case "number":
    case "boolean":
      return `z.${shape.kind}()`;
    case "datetime":
      return "z.iso.datetime()";
    case "choice":
      return `z.enum(${JSON.stringify(shape.of)})`;
    case "object":
      return printObject(shape.fields, dialect);
    default:
      return shape satisfies never;
  }
}

/** zod's methods of zod/mini's functions. */
const methods: Readonly<Record<string, string>> = {
  minLength: "min",
  maxLength: "max",
  gte: "min",
  lte: "max",
};

function withChecks(
  schema: string,
  checks: Readonly<Record<string, number | undefined>>,
  dialect: Dialect,
): string {
  const given = Object.entries(checks).filter(([, limit]) => limit !== undefined);
  if (given.length === 0) return schema;
  if (dialect === "zod") {
    return schema + given.map(([check, limit]) => `.${methods[check]}(${limit})`).join("");
  }
  return `${schema}.check(${given.map(([check, limit]) => `z.${check}(${limit})`).join(", ")})`;
}
