import type { LiteralValue, SchemaModel } from "../../model/index.js";
import { hasOwnForm } from "./own-form.js";
import { type Schemas, wireTypesOf } from "./wire-types.js";

/**
 * Whether the wire has to say which option of a union a value was written by. It need not where JSON is all that
 * the options hold, where a literal field tells them apart, or where each has JSON types of its own.
 */
export function needsTag(union: SchemaModel & { readonly kind: "union" }, schemas: Schemas): boolean {
  return hasOwnForm(union, schemas) && !isDiscriminated(union, schemas) && !areDisjoint(union, schemas);
}

function areDisjoint({ options }: SchemaModel & { readonly kind: "union" }, schemas: Schemas): boolean {
  const types = options.flatMap((option) => [...wireTypesOf(option, schemas)]);
  return new Set(types).size === types.length;
}

/** Whether each option is an object with a field of literals that no other option's field of that name has. */
function isDiscriminated(
  { options, discriminator }: SchemaModel & { readonly kind: "union" },
  schemas: Schemas,
): boolean {
  const [first] = options;
  const names =
    discriminator !== undefined
      ? [discriminator]
      : first === undefined
        ? []
        : (fieldsOf(first, schemas)?.map(({ name }) => name) ?? []);
  return names.some((name) => {
    const lists = options.map((option) => literalsOf(option, name, schemas, new Set()));
    const values = lists.flatMap((list) => list ?? []);
    return !lists.includes(undefined) && new Set(values).size === values.length;
  });
}

/** The values that a field can have in any alternative of a schema; undefined where they are no plain literals. */
function literalsOf(
  schema: SchemaModel,
  name: string,
  schemas: Schemas,
  seen: ReadonlySet<string>,
): readonly LiteralValue[] | undefined {
  switch (schema.kind) {
    case "object": {
      const field = schema.fields.find((each) => each.name === name);
      return field === undefined ? undefined : valuesOf(field.schema, schemas);
    }
    case "union": {
      const lists = schema.options.map((option) => literalsOf(option, name, schemas, seen));
      return lists.some((list) => list === undefined) ? undefined : lists.flatMap((list) => list ?? []);
    }
    case "intersection":
      return literalsOf(schema.left, name, schemas, seen) ?? literalsOf(schema.right, name, schemas, seen);
    case "readonly":
    case "nonoptional":
      return literalsOf(schema.inner, name, schemas, seen);
    case "transform":
      return literalsOf(schema.accepts, name, schemas, seen);
    case "reference": {
      const named = seen.has(schema.id) ? undefined : schemas.get(schema.id);
      return named === undefined
        ? undefined
        : literalsOf(named, name, schemas, new Set([...seen, schema.id]));
    }
    default:
      return undefined;
  }
}

/** Plain literals: what travels as it is. */
function valuesOf(schema: SchemaModel, schemas: Schemas): readonly LiteralValue[] | undefined {
  if (schema.kind === "reference") {
    const named = schemas.get(schema.id);
    return named === undefined || named.kind === "reference" ? undefined : valuesOf(named, schemas);
  }
  const isPlain =
    schema.kind === "enum" ||
    (schema.kind === "literal" &&
      schema.values.every((value) => typeof value !== "object" || value === null));
  return isPlain ? schema.values : undefined;
}

/** The fields of an object that drops what it does not declare, or of several such objects joined. */
export function fieldsOf(
  schema: SchemaModel,
  schemas: Schemas,
): Extract<SchemaModel, { kind: "object" }>["fields"] | undefined {
  if (schema.kind === "object") {
    return schema.fields;
  }
  if (schema.kind === "readonly") {
    return fieldsOf(schema.inner, schemas);
  }
  const named = schema.kind === "reference" ? schemas.get(schema.id) : undefined;
  return named?.kind === "object" ? named.fields : undefined;
}
