import type { SchemaModel } from "../../model/index.js";

/** The schema with each schema that it is made of changed; references are not followed. */
export function mapParts(schema: SchemaModel, change: (part: SchemaModel) => SchemaModel): SchemaModel {
  switch (schema.kind) {
    case "object":
      return {
        ...schema,
        fields: schema.fields.map((field) => ({ ...field, schema: change(field.schema) })),
        ...(schema.catchall === undefined ? {} : { catchall: change(schema.catchall) }),
      };
    case "array":
    case "set":
      return { ...schema, item: change(schema.item) };
    case "tuple":
      return {
        ...schema,
        items: schema.items.map(change),
        ...(schema.rest === undefined ? {} : { rest: change(schema.rest) }),
      };
    case "record":
    case "map":
      return { ...schema, key: change(schema.key), value: change(schema.value) };
    case "union":
      return { ...schema, options: schema.options.map(change) };
    case "intersection":
      return { ...schema, left: change(schema.left), right: change(schema.right) };
    case "optional":
    case "nullable":
    case "readonly":
    case "nonoptional":
    case "default":
    case "prefault":
    case "catch":
      return { ...schema, inner: change(schema.inner) };
    case "transform":
      return { ...schema, accepts: change(schema.accepts) };
    case "codec":
      return { ...schema, wire: change(schema.wire), app: change(schema.app) };
    default:
      return schema;
  }
}
