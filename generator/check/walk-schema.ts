import { type FieldModel, type NamedSchema, type Place, partsOf, type SchemaModel } from "../model/index.js";

/** Where a walk stands. */
export interface Standing {
  /** From the payload's name on: `output.people[].bornAt`. */
  readonly path: string;
  /** The nearest place that the source gives. */
  readonly place: Place;
}

/**
 * Asked for each schema and each field, outer ones first.
 *
 * @returns For a reference: the schema to go on with; undefined to stop there. Else nothing.
 */
export type Visit = (
  node: SchemaModel | { readonly kind: "field"; readonly field: FieldModel },
  at: Standing,
) => NamedSchema | undefined;

/** Visits a schema and all that it is made of. References are followed as far as `visit` says. */
export function walkSchema(schema: SchemaModel, at: Standing, visit: Visit): void {
  const next = visit(schema, at);
  if (schema.kind === "object") {
    for (const field of schema.fields) {
      const standing = { path: `${at.path}${fieldStep(field.name)}`, place: field.place };
      visit({ kind: "field", field }, standing);
      walkSchema(field.schema, standing, visit);
    }
  }
  for (const [step, part] of stepsOf(schema)) {
    walkSchema(part, { ...at, path: `${at.path}${step}` }, visit);
  }
  if (next !== undefined) {
    walkSchema(next.schema, { path: at.path, place: next.place }, visit);
  }
}

/** What a schema is made of, fields left out, each with the step that leads to it. */
function stepsOf(schema: SchemaModel): readonly (readonly [step: string, part: SchemaModel])[] {
  switch (schema.kind) {
    case "object":
      return schema.catchall === undefined ? [] : [["[*]", schema.catchall]];
    case "array":
    case "set":
      return [["[]", schema.item]];
    case "tuple": {
      const items = schema.items.map((item, index) => [`[${index}]`, item] as const);
      return schema.rest === undefined ? items : [...items, ["[]", schema.rest]];
    }
    case "record":
    case "map":
      return [
        [" (its key)", schema.key],
        ["[*]", schema.value],
      ];
    default:
      return partsOf(schema).map((part) => ["", part]);
  }
}

function fieldStep(name: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
