import { partsOf, type SchemaModel } from "../../model/index.js";
import type { Schemas } from "./wire-types.js";

/**
 * Whether a schema holds a kind, at any depth, whose values travel in another form than their own. -0 is left
 * out of account: it is text on the wire only where no text could be meant.
 */
export function hasOwnForm(schema: SchemaModel, schemas: Schemas): boolean {
  return reaches(schema, schemas, (part) => isOwnForm(part, schemas));
}

/** Whether `holds` is true of the schema or of one that it is made of, through references too. */
export function reaches(
  schema: SchemaModel,
  schemas: Schemas,
  holds: (schema: SchemaModel) => boolean,
): boolean {
  const seen = new Set<string>();
  const visit = (current: SchemaModel): boolean => {
    if (holds(current)) {
      return true;
    }
    if (current.kind !== "reference") {
      return partsOf(current).some(visit);
    }
    const named = seen.has(current.id) ? undefined : schemas.get(current.id);
    seen.add(current.id);
    return named !== undefined && visit(named);
  };
  return visit(schema);
}

function isOwnForm(schema: SchemaModel, schemas: Schemas): boolean {
  switch (schema.kind) {
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
      return schema.values.some((value) => typeof value === "object" && value !== null);
    case "array":
    case "tuple":
      return partsOf(schema).some((item) => mayBeUndefined(item, schemas, new Set()));
    default:
      return false;
  }
}

/** Whether a writer may leave undefined in the place of this schema. */
function mayBeUndefined(schema: SchemaModel, schemas: Schemas, seen: ReadonlySet<string>): boolean {
  const of = (part: SchemaModel) => mayBeUndefined(part, schemas, seen);
  switch (schema.kind) {
    case "optional":
      return !schema.exact || of(schema.inner);
    case "undefined":
    case "default":
    case "prefault":
      return true;
    case "nullable":
    case "readonly":
    case "catch":
      return of(schema.inner);
    case "transform":
      return of(schema.accepts);
    case "union":
      return schema.options.some(of);
    case "intersection":
      return of(schema.left) && of(schema.right);
    case "reference": {
      const named = seen.has(schema.id) ? undefined : schemas.get(schema.id);
      return named !== undefined && mayBeUndefined(named, schemas, new Set([...seen, schema.id]));
    }
    default:
      return false;
  }
}
