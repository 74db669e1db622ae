import { type SchemaModel, unknownKind } from "../../model/index.js";

/** What the absence of a key means to a schema: it is missing, it may be, or something takes its place. */
export type Absence = "missing" | "allowed" | "filled";

/** Follows references; see `Printer`. */
export type Resolve = (schema: SchemaModel) => SchemaModel;

/** zod's `optin`. */
export function absenceOf(schema: SchemaModel, resolve: Resolve): Absence {
  const inside = (part: SchemaModel) => absenceOf(part, resolve);
  switch (schema.kind) {
    case "default":
    case "prefault":
      return "filled";
    case "optional":
    case "catch":
      return inside(schema.inner) === "filled" ? "filled" : "allowed";
    case "nullable":
    case "readonly":
      return inside(schema.inner);
    case "transform":
      return inside(schema.accepts);
    case "reference":
      return inside(resolve(schema));
    case "union": {
      const each = schema.options.map(inside);
      return each.includes("filled") ? "filled" : each.includes("allowed") ? "allowed" : "missing";
    }
    default:
      return "missing";
  }
}

/** zod's `optout`: whether the key may be absent from what is read. */
export function mayVanish(schema: SchemaModel, resolve: Resolve): boolean {
  const inside = (part: SchemaModel) => mayVanish(part, resolve);
  switch (schema.kind) {
    case "optional":
      return true;
    case "catch":
    case "nullable":
    case "readonly":
      return inside(schema.inner);
    case "transform":
      return inside(schema.accepts);
    case "reference":
      return inside(resolve(schema));
    case "union":
      return schema.options.some(inside);
    default:
      return false;
  }
}

/** Whether `undefined` may pass, and so may come out; `true` where that is not sure. */
export function mayBeUndefined(schema: SchemaModel, resolve: Resolve): boolean {
  const inside = (part: SchemaModel) => mayBeUndefined(part, resolve);
  switch (schema.kind) {
    case "undefined":
    case "any":
    case "unknown":
    case "unsupported":
      return true;
    case "boolean":
    case "number":
    case "string":
      return schema.coerce;
    case "null":
    case "never":
    case "literal":
    case "enum":
    case "template_literal":
    case "object":
    case "array":
    case "tuple":
    case "record":
    case "nan":
    case "blob":
    case "bytes":
    case "map":
    case "set":
    case "stringbool":
      return false;
    case "bigint":
    case "date":
      return schema.coerce;
    case "codec":
      return inside(schema.app);
    case "optional":
      return !schema.exact || inside(schema.inner);
    case "default":
    case "prefault":
    case "catch":
      return true;
    case "nullable":
    case "readonly":
    case "nonoptional":
      return inside(schema.inner);
    case "union":
      return schema.options.some(inside);
    case "intersection":
      return inside(schema.left) || inside(schema.right);
    case "transform":
      return inside(schema.accepts);
    case "reference":
      return inside(resolve(schema));
    default:
      return unknownKind(schema);
  }
}
