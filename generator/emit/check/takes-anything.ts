import type { SchemaModel } from "../../model/index.js";

/** Whether `undefined` may pass, of which nobody knows the form. */
export function takesAnything(schema: SchemaModel, resolve: (schema: SchemaModel) => SchemaModel): boolean {
  const inside = (part: SchemaModel) => takesAnything(part, resolve);
  switch (schema.kind) {
    case "any":
    case "unknown":
      return true;
    case "nullable":
    case "readonly":
    case "catch":
      return inside(schema.inner);
    case "transform":
      return inside(schema.accepts);
    case "union":
      return !schema.isTagged && schema.options.some(inside);
    case "intersection":
      return inside(schema.left) && inside(schema.right);
    case "reference":
      return inside(resolve(schema));
    default:
      return false;
  }
}
