import type { SchemaModel } from "../../model/index.js";

/** The option of a union that has no other: zod and the walker see only that. */
export function soleOption(schema: SchemaModel): SchemaModel | undefined {
  if (schema.kind !== "union" || schema.discriminator !== undefined) return undefined;
  return schema.options.length === 1 ? schema.options[0] : undefined;
}
