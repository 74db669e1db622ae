import type { SchemaModel } from "../model/index.js";

/** A kind of schema in the words of a message: `text`, `an array`. */
export function describeSchema(schema: SchemaModel): string {
  switch (schema.kind) {
    case "string":
      return "text";
    case "number":
    case "boolean":
    case "record":
    case "union":
    case "tuple":
    case "literal":
    case "transform":
      return `a ${schema.kind}`;
    case "array":
    case "object":
    case "enum":
    case "intersection":
      return `an ${schema.kind}`;
    case "template_literal":
      return "a template literal";
    case "optional":
    case "nullable":
    case "readonly":
      return `${schema.kind}`;
    case "nonoptional":
      return "non-optional";
    case "default":
    case "prefault":
    case "catch":
      return `a schema with \`.${schema.kind}()\``;
    case "null":
    case "undefined":
    case "any":
    case "unknown":
    case "never":
      return `\`${schema.kind}\``;
    case "reference":
      return `\`${schema.id}\``;
    case "bigint":
    case "nan":
    case "stringbool":
    case "codec":
      return `\`${schema.kind}\``;
    case "date":
      return "a Date";
    case "map":
      return "a Map";
    case "set":
      return "a Set";
    case "blob":
      return `a ${schema.expected === "Blob" ? "Blob" : "File"}`;
    case "bytes":
      return `\`${schema.array}\``;
    case "unsupported":
      return schema.what;
    default:
      return schema satisfies never;
  }
}
