import type { SchemaModel } from "./schema-model.js";

/** The schemas that a schema is made of, references not followed. */
export function partsOf(schema: SchemaModel): readonly SchemaModel[] {
  switch (schema.kind) {
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "undefined":
    case "any":
    case "unknown":
    case "never":
    case "literal":
    case "enum":
    case "template_literal":
    case "bigint":
    case "date":
    case "nan":
    case "blob":
    case "bytes":
    case "stringbool":
    case "reference":
    case "unsupported":
      return [];
    case "object":
      return [...schema.fields.map((field) => field.schema), ...(schema.catchall ? [schema.catchall] : [])];
    case "array":
    case "set":
      return [schema.item];
    case "tuple":
      return [...schema.items, ...(schema.rest ? [schema.rest] : [])];
    case "record":
    case "map":
      return [schema.key, schema.value];
    case "union":
      return schema.options;
    case "intersection":
      return [schema.left, schema.right];
    case "optional":
    case "nullable":
    case "readonly":
    case "nonoptional":
    case "default":
    case "prefault":
    case "catch":
      return [schema.inner];
    case "transform":
      return [schema.accepts];
    case "codec":
      return [schema.wire, schema.app];
    default:
      return unknownKind(schema);
  }
}

/** Ends a switch over the kinds of a schema. */
export function unknownKind(schema: never): never {
  throw new TypeError(`unknown schema: ${JSON.stringify(schema)}`);
}
