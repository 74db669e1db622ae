/** Schema in, schema out: only what has to be converted between what travels and what zod is given. */
import { type SchemaModel, unknownKind } from "../model/index.js";
import { reaches, type SchemaTable } from "./schema-table.js";
import { slotOf } from "./straight/index.js";

/** Whether a part of the schema travels in another form than its own. */
export function holdsWireForm(schema: SchemaModel, table: SchemaTable): boolean {
  return reaches(schema, table.get, (part) => {
    switch (part.kind) {
      case "bigint":
      case "blob":
      case "bytes":
      case "codec":
      case "date":
      case "map":
      case "nan":
      case "set":
      case "stringbool":
        return true;
      case "literal":
        return part.values.some((value) => typeof value === "object" && value !== null);
      case "array":
        return isGap(part.item, table);
      case "tuple":
        return [...part.items, ...(part.rest ? [part.rest] : [])].some((item) => isGap(item, table));
      case "union":
        return part.isTagged ?? false;
      default:
        return false;
    }
  });
}

function isGap(item: SchemaModel, table: SchemaTable): boolean {
  return slotOf(item, resolverOf(table)) !== "plain";
}

/** Follows references. */
export function resolverOf(table: SchemaTable): (schema: SchemaModel) => SchemaModel {
  return (schema) => {
    let resolved = schema;
    while (resolved.kind === "reference") resolved = table.get(resolved.id).schema;
    return resolved;
  };
}

/** Whether zod's `encode` is needed to have what travels. */
export function holdsCodec(schema: SchemaModel, table: SchemaTable): boolean {
  return reaches(schema, table.get, ({ kind }) => kind === "codec" || kind === "stringbool");
}

/**
 * What zod takes and gives, as a schema that converts and judges no more than it has to: zod does all else, and sees
 * every key and value. References stay; what they lead to has to be changed in the same way.
 */
export function wireForm(schema: SchemaModel, table: SchemaTable): SchemaModel {
  const inside = (part: SchemaModel) => wireForm(part, table);
  switch (schema.kind) {
    case "string":
    case "number":
    case "bigint":
    case "date":
    case "blob":
      return { ...bare(schema), checks: [] };
    case "template_literal":
    case "stringbool":
      return { kind: "string", coerce: false, checks: [] };
    case "boolean":
    case "null":
    case "undefined":
    case "never":
    case "literal":
    case "enum":
    case "nan":
    case "bytes":
    case "reference":
      return bare(schema);
    case "any":
    case "unknown":
    case "unsupported":
      return anything;
    case "object":
      return objectForm(schema.fields, schema.catchall, table);
    case "array":
    case "set":
      return { ...bare(schema), item: inside(schema.item), checks: [] };
    case "map":
      return { ...bare(schema), key: inside(schema.key), value: inside(schema.value), checks: [] };
    case "tuple":
      return {
        kind: "tuple",
        items: schema.items.map(inside),
        ...(schema.rest && { rest: inside(schema.rest) }),
      };
    case "record": {
      const key = { kind: "string", coerce: false, checks: [] } as const;
      return { kind: "record", key, value: inside(schema.value), mode: "partial" };
    }
    case "union":
      return { ...bare(schema), options: schema.options.map(inside) };
    case "intersection": {
      const fields = joinedFields(schema, table);
      if (fields) return objectForm(fields, undefined, table);
      return { kind: "intersection", left: inside(schema.left), right: inside(schema.right) };
    }
    case "optional":
    case "nullable":
    case "nonoptional":
      return { ...bare(schema), inner: inside(schema.inner) };
    case "default":
    case "prefault":
      return { kind: "optional", exact: false, inner: inside(schema.inner) };
    case "catch":
    case "readonly":
      return inside(schema.inner);
    case "transform":
      return inside(schema.accepts);
    case "codec":
      return inside(schema.wire);
    default:
      return unknownKind(schema);
  }
}

type Fields = (SchemaModel & { readonly kind: "object" })["fields"];

/** zod says which fields have to be there, and strips or refuses what is not declared. */
function objectForm(fields: Fields, catchall: SchemaModel | undefined, table: SchemaTable): SchemaModel {
  const changed = fields.map((field) => ({ ...field, schema: fieldForm(field.schema, table) }));
  return catchall && catchall.kind !== "never"
    ? { kind: "object", fields: changed, unknownKeys: "catchall", catchall: wireForm(catchall, table) }
    : { kind: "object", fields: changed, unknownKeys: "loose" };
}

function fieldForm(schema: SchemaModel, table: SchemaTable): SchemaModel {
  const inner = wireForm(schema, table);
  if (inner.kind === "literal" || inner.kind === "enum") return inner;
  if (schema.kind !== "catch") return { kind: "optional", exact: false, inner };
  return { kind: "optional", exact: false, inner: { kind: "union", options: [inner, anything] } };
}

/** The fields of an intersection of objects; of two with one name that which is converted. */
function joinedFields(schema: SchemaModel, table: SchemaTable): Fields | undefined {
  if (schema.kind === "object") return schema.fields;
  if (schema.kind === "reference") return joinedFields(table.get(schema.id).schema, table);
  if (schema.kind !== "intersection") return undefined;
  const left = joinedFields(schema.left, table);
  const right = joinedFields(schema.right, table);
  if (!left || !right) return undefined;
  const fields = new Map(left.map((field) => [field.name, field]));
  for (const field of right) {
    if (!fields.has(field.name) || holdsWireForm(field.schema, table)) fields.set(field.name, field);
  }
  return [...fields.values()];
}

const anything: SchemaModel = { kind: "unknown" };

/** Without what the author says and checks. */
function bare<Schema extends SchemaModel>(schema: Schema): Schema {
  const { customChecks: _checks, message: _message, ...rest } = schema;
  // Both are optional in every schema.
  return rest as unknown as Schema;
}
