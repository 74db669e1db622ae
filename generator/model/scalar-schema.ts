import type { NamedSchema, SchemaModel } from "./schema-model.js";

/** What a room's key and a path's parameters are made of. */
export type ScalarKind = "text" | "number" | "boolean";

/** Gives a named schema by its id. */
interface NamedSchemas {
  get(id: string): NamedSchema | undefined;
}

/** The schema behind names and `.readonly()`; undefined where it only refers to itself. */
export function unwrapSchema(
  schema: SchemaModel,
  schemas: NamedSchemas,
  seen: ReadonlySet<string> = new Set(),
): SchemaModel | undefined {
  if (schema.kind === "readonly" || schema.kind === "nonoptional") {
    return unwrapSchema(schema.inner, schemas, seen);
  }
  if (schema.kind !== "reference") {
    return schema;
  }
  const named = schemas.get(schema.id);
  return named === undefined || seen.has(schema.id)
    ? undefined
    : unwrapSchema(named.schema, schemas, new Set([...seen, schema.id]));
}

/** The kinds of value that a schema yields, where it yields exactly what it accepts and that is flat; else undefined. */
export function scalarKinds(
  schema: SchemaModel | undefined,
  schemas: NamedSchemas,
): ReadonlySet<ScalarKind> | undefined {
  switch (schema?.kind) {
    case "string":
      return schema.coerce ? undefined : new Set(["text"]);
    case "number":
    case "boolean":
      return schema.coerce ? undefined : new Set([schema.kind]);
    case "template_literal":
      return new Set(["text"]);
    case "enum":
    case "literal":
      return merge(schema.values.map(kindOfValue));
    case "union":
      return merge(schema.options.map((option) => scalarKinds(unwrapSchema(option, schemas), schemas)));
    default:
      return undefined;
  }
}

function kindOfValue(value: unknown): ReadonlySet<ScalarKind> | undefined {
  switch (typeof value) {
    case "string":
      return new Set(["text"]);
    case "number":
      return new Set(["number"]);
    case "boolean":
      return new Set(["boolean"]);
    default:
      return undefined;
  }
}

function merge(kinds: readonly (ReadonlySet<ScalarKind> | undefined)[]): ReadonlySet<ScalarKind> | undefined {
  const all = new Set<ScalarKind>();
  for (const each of kinds) {
    if (each === undefined) return undefined;
    for (const kind of each) all.add(kind);
  }
  return all;
}
