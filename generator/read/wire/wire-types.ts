import type { LiteralValue, SchemaModel } from "../../model/index.js";

/** What can lie on the wire in the place of a value. */
export type WireType =
  | "text"
  | "number"
  | "boolean"
  | "null"
  | "array"
  | "object"
  | "binary"
  /** Nothing: the field is not there. In an array it travels in a form of its own. */
  | "absent";

/** Named schemas by id. */
export type Schemas = Pick<ReadonlyMap<string, SchemaModel>, "get">;

const all: ReadonlySet<WireType> = new Set([
  "text",
  "number",
  "boolean",
  "null",
  "array",
  "object",
  "binary",
  "absent",
]);

/** What the wire form of a schema's values can be. A place that takes anything can be all. */
export function wireTypesOf(
  schema: SchemaModel,
  schemas: Schemas,
  seen: ReadonlySet<string> = new Set(),
): ReadonlySet<WireType> {
  const of = (part: SchemaModel) => wireTypesOf(part, schemas, seen);
  switch (schema.kind) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
    case "date":
      return schema.coerce ? all : new Set([plainTypes[schema.kind]]);
    case "template_literal":
    case "stringbool":
    case "nan":
      return new Set(["text"]);
    case "null":
      return new Set(["null"]);
    case "undefined":
      return new Set(["absent"]);
    case "any":
    case "unknown":
      return all;
    case "never":
    case "unsupported":
      return new Set();
    case "literal":
    case "enum":
      return new Set(schema.values.map(typeOfLiteral));
    case "blob":
    case "object":
    case "record":
      return new Set(["object"]);
    case "array":
    case "tuple":
    case "map":
    case "set":
      return new Set(["array"]);
    case "bytes":
      return new Set(["binary"]);
    case "union":
      return new Set(schema.isTagged ? ["array"] : schema.options.flatMap((option) => [...of(option)]));
    case "intersection": {
      const right = of(schema.right);
      return new Set([...of(schema.left)].filter((type) => right.has(type)));
    }
    case "optional":
      return schema.exact ? of(schema.inner) : new Set([...of(schema.inner), "absent"]);
    case "default":
    case "prefault":
      return new Set([...of(schema.inner), "absent"]);
    case "nullable":
      return new Set([...of(schema.inner), "null"]);
    case "readonly":
    case "nonoptional":
      return of(schema.inner);
    case "catch":
      return all; // it reads anything as its value
    case "transform":
      return of(schema.accepts);
    case "codec":
      return of(schema.wire);
    case "reference": {
      const named = schemas.get(schema.id);
      return named === undefined || seen.has(schema.id)
        ? new Set()
        : wireTypesOf(named, schemas, new Set([...seen, schema.id]));
    }
    default:
      return schema satisfies never;
  }
}

const plainTypes = {
  string: "text",
  number: "number",
  boolean: "boolean",
  bigint: "text",
  date: "text",
} as const;

function typeOfLiteral(value: LiteralValue): WireType {
  if (value === null) {
    return "null";
  }
  const type = typeof value;
  return type === "number" || type === "boolean" ? type : "text";
}
