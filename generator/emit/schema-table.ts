import { type ContractModel, type NamedSchema, partsOf, type SchemaModel } from "../model/index.js";

/** Which of a schema's two types is meant: what a writer may write, or what a reader reads. */
export type Side = "accepts" | "yields";

/** Answers questions about schemas that need the named ones: a model's references lead here. */
export interface SchemaTable {
  /** The named schema of an id. */
  readonly get: (id: string) => NamedSchema;
  /** Whether what the named schema accepts has another type than what it yields. */
  readonly hasTwoTypes: (id: string) => boolean;
  /** Whether a field of this schema may be left out. */
  readonly isOptional: (schema: SchemaModel, side: Side) => boolean;
}

export function readSchemaTable(model: ContractModel): SchemaTable {
  const byId = new Map(model.schemas.map((schema) => [schema.id, schema]));
  const get = (id: string): NamedSchema => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`the model has no schema \`${id}\``);
    return found;
  };
  const isOptional = (schema: SchemaModel, side: Side): boolean => mayBeAbsent(schema, side, get, new Set());
  const twoTypes = new Map<string, boolean>();
  const hasTwoTypes = (id: string): boolean => {
    const known = twoTypes.get(id);
    if (known !== undefined) return known;
    // Of a record whose values may be left out, a writer may leave out the keys.
    const isLoose = (schema: SchemaModel) =>
      schema.kind === "record" && hasKnownKeys(schema.key, get) && isOptional(schema.value, "accepts");
    const differs = (schema: SchemaModel) => differsItself(schema) || isLoose(schema);
    const found = reaches(get(id).schema, get, differs, isSameInside);
    twoTypes.set(id, found);
    return found;
  };
  return { get, hasTwoTypes, isOptional };
}

/**
 * Whether `holds` is true of the schema, or of one that it is made of, through references too. What is within a
 * schema that `stopsAt` is true of does not count.
 */
export function reaches(
  schema: SchemaModel,
  get: (id: string) => NamedSchema,
  holds: (schema: SchemaModel) => boolean,
  stopsAt: (schema: SchemaModel) => boolean = () => false,
): boolean {
  const seen = new Set<string>();
  const visit = (current: SchemaModel): boolean => {
    if (holds(current)) return true;
    if (stopsAt(current)) return false;
    if (current.kind !== "reference") return partsOf(current).some(visit);
    if (seen.has(current.id)) return false;
    seen.add(current.id);
    return visit(get(current.id).schema);
  };
  return visit(schema);
}

function differsItself(schema: SchemaModel): boolean {
  if (schema.types !== undefined) {
    return JSON.stringify(schema.types.accepts) !== JSON.stringify(schema.types.yields);
  }
  if (schema.brands?.some(({ on }) => on !== "both")) return true;
  switch (schema.kind) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
    case "date":
      return schema.coerce;
    case "default":
    case "prefault":
    case "transform":
      return true;
    default:
      return false;
  }
}

/** Whether the keys of a record are a list of names. */
export function hasKnownKeys(key: SchemaModel, get: (id: string) => NamedSchema): boolean {
  return !reaches(
    key,
    get,
    ({ kind }) => kind === "string" || kind === "number" || kind === "template_literal",
  );
}

/** Both ends of a codec see what it yields; types of the compiler leave nothing to what is within. */
function isSameInside(schema: SchemaModel): boolean {
  return (
    schema.kind === "codec" || (schema.types?.accepts !== undefined && schema.types.yields !== undefined)
  );
}

function mayBeAbsent(
  schema: SchemaModel,
  side: Side,
  get: (id: string) => NamedSchema,
  seen: ReadonlySet<string>,
): boolean {
  switch (schema.kind) {
    case "optional":
      return true;
    case "default":
    case "prefault":
      return side === "accepts";
    case "nullable":
    case "readonly":
    case "catch":
      return mayBeAbsent(schema.inner, side, get, seen);
    case "union":
      return schema.options.some((option) => mayBeAbsent(option, side, get, seen));
    case "intersection":
      return mayBeAbsent(schema.left, side, get, seen) && mayBeAbsent(schema.right, side, get, seen);
    case "transform":
      return side === "accepts" ? mayBeAbsent(schema.accepts, side, get, seen) : schema.mayBeAbsent === true;
    case "codec":
      return mayBeAbsent(schema.app, "yields", get, seen);
    case "reference":
      return (
        !seen.has(schema.id) && mayBeAbsent(get(schema.id).schema, side, get, new Set([...seen, schema.id]))
      );
    default:
      return false;
  }
}

/** Whether a value that passes may still be no JSON, because the schema has places that take anything. */
export function isOpaque(schema: SchemaModel, table: SchemaTable): boolean {
  return reaches(schema, table.get, takesAnything);
}

function takesAnything(schema: SchemaModel): boolean {
  switch (schema.kind) {
    case "any":
    case "unknown":
    case "transform":
      return true;
    case "string":
    case "number":
    case "boolean":
      return schema.coerce;
    case "object":
      return schema.unknownKeys === "loose";
    case "record":
      return schema.mode === "loose";
    default:
      return false;
  }
}
