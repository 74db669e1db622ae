import type { SchemaModel } from "../../model/index.js";

/** Whether a writer may leave undefined in the place of this schema. */
export function mayBeUndefined(schema: SchemaModel): boolean {
  switch (schema.kind) {
    case "optional":
      return !schema.exact;
    case "undefined":
    case "default":
    case "prefault":
      return true;
    case "nullable":
    case "readonly":
      return mayBeUndefined(schema.inner);
    case "transform":
      return mayBeUndefined(schema.accepts);
    case "union":
      return schema.options.some(mayBeUndefined);
    default:
      return false;
  }
}

/** Whether a tuple may end before this item. */
export function isOptional(schema: SchemaModel): boolean {
  return schema.kind === "optional" || schema.kind === "default" || schema.kind === "prefault";
}
