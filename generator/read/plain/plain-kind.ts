/** What an expression of a plain contract makes, as far as its methods and its uses tell it apart. */
export type PlainKind =
  | "string"
  | "number"
  | "boolean"
  | "enum"
  | "array"
  | "object"
  /** Any other schema. */
  | "schema"
  | "call"
  | "event"
  | "stream"
  | "room"
  | "channel"
  /** The namespace `z`. */
  | "zod"
  /** A word of `wirepact/contract`. */
  | "word";

/** Whether something of that kind is a schema of zod's. */
export function isSchemaKind(kind: PlainKind | undefined): kind is PlainKind {
  return kind !== undefined && !notSchemas.has(kind);
}

const notSchemas: ReadonlySet<PlainKind> = new Set([
  "call",
  "event",
  "stream",
  "room",
  "channel",
  "zod",
  "word",
]);

/** Functions of zod's that take nothing, by what they make. */
export const bareMakers: ReadonlyMap<string, PlainKind> = new Map([
  ...list(
    "string",
    "string email uuid url guid nanoid cuid cuid2 ulid base64 base64url jwt ipv4 ipv6 cidrv4 cidrv6 e164 emoji",
  ),
  ...list("string", "iso.datetime iso.date iso.time iso.duration"),
  ...list("number", "number int int32 uint32 float32 float64"),
  ...list("boolean", "boolean"),
  ...list("schema", "bigint date unknown any null undefined void never nan"),
]);

/** Methods that give back the same kind of schema, by what they take: the text may always follow. */
export const sameKindMethods: Readonly<
  Partial<Record<PlainKind, ReadonlyMap<string, "number" | "string" | "pattern" | "nothing">>>
> = {
  string: new Map([
    ...list("number", "min max length"),
    ...list("string", "startsWith endsWith includes"),
    ...list("pattern", "regex"),
    ...list("nothing", "trim toLowerCase toUpperCase"),
  ]),
  number: new Map([
    ...list("number", "min max gt gte lt lte multipleOf"),
    ...list("nothing", "int positive negative nonnegative nonpositive"),
  ]),
  array: new Map([...list("number", "min max length"), ...list("nothing", "nonempty")]),
  object: new Map(list("nothing", "strict loose strip passthrough partial required")),
};

/** Methods without an argument that every schema has, by what they make. */
export const wrapperMethods: ReadonlyMap<string, PlainKind> = new Map([
  ...list("schema", "optional nullable nullish readonly"),
  ...list("array", "array"),
]);

function list<Value extends string>(value: Value, names: string): (readonly [string, Value])[] {
  return names.split(" ").map((name) => [name, value] as const);
}
