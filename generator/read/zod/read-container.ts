import { pascalCase } from "../../emit/names.js";
import type { Docs, FieldModel, SchemaModel } from "../../model/index.js";
import { docsOf } from "../source/read-docs.js";
import type { PartReader } from "./part-reader.js";
import { partOf, type SchemaPosition } from "./schema-position.js";
import { convertedKey, unsupported } from "./unsupported-kinds.js";
import { copiesOf, hasTrait, isZodSchema, metadataOf, type ZodSchema } from "./zod-schema.js";

/** A `z.object`, and what it does with keys that it does not declare. */
export function readObject(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  const { shape = {}, catchall } = schema._zod.def;
  const symbol = Object.getOwnPropertySymbols(shape)[0];
  if (symbol !== undefined) {
    return unsupported("an object with a symbol as a key", "JSON drops such keys", "use text for the key");
  }
  const fields = Object.keys(shape).map((name): FieldModel => readField(name, shape[name], at, reader));
  switch (catchall?._zod.def.type) {
    case undefined:
      return { kind: "object", fields, unknownKeys: "strip" };
    case "never":
      return { kind: "object", fields, unknownKeys: "strict" };
    case "unknown":
    case "any":
      return { kind: "object", fields, unknownKeys: "loose" };
    default: {
      const rest = partOf(at, at.source.argument(["catchall"], 0), "Rest", '["catchall"]');
      return { kind: "object", fields, unknownKeys: "catchall", catchall: reader.readPart(catchall, rest) };
    }
  }
}

function readField(
  name: string,
  field: ZodSchema | undefined,
  at: SchemaPosition,
  reader: PartReader,
): FieldModel {
  const found = at.source.field(name);
  const source = found?.value ?? at.source.nearby;
  const position = partOf(at, source, pascalCase(name), `["shape"][${JSON.stringify(name)}]`);
  const schema = reader.readPart(field, position);
  const docsOfValue = schema.kind === "reference" ? undefined : found?.docsOfValue;
  const docs = found?.docs ?? docsOfValue ?? (isZodSchema(field) ? describedBy(field, schema) : undefined);
  return { name, schema, place: found?.place ?? at.source.place, ...(docs === undefined ? {} : { docs }) };
}

/** The author's `.describe()`, of the schema or of what it wraps; not what a named schema says of itself. */
function describedBy(field: ZodSchema | undefined, model: SchemaModel): Docs | undefined {
  for (let at = field; at !== undefined; at = at._zod.def.innerType) {
    const { description } = metadataOf(at);
    const original = [...copiesOf(at)].at(-1);
    const isInherited =
      model.kind === "reference" &&
      original !== undefined &&
      metadataOf(original).description === description;
    if (description !== undefined && !isInherited) {
      return docsOf(description);
    }
  }
  return undefined;
}

export function readTuple(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  const { items = [], rest } = schema._zod.def;
  const read = items.map((item, index) => {
    const source = at.source.argument(["tuple"], 0, index);
    return reader.readPart(item, partOf(at, source, `Item${index + 1}`, `["items"][${index}]`));
  });
  if (!rest) {
    return { kind: "tuple", items: read };
  }
  const restAt = partOf(at, at.source.argument(["tuple"], 1), "Rest", '["rest"]');
  return { kind: "tuple", items: read, rest: reader.readPart(rest, restAt) };
}

export function readRecord(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  const { keyType, valueType, partial, mode } = schema._zod.def;
  const makers = ["record", "partialRecord", "looseRecord"];
  const isExhaustive = keyType?._zod.values !== undefined && partial !== true;
  const keyAt = partOf(at, at.source.argument(makers, 0), "Key", '["keyType"]');
  const valueAt = partOf(at, at.source.argument(makers, 1), "Value", '["valueType"]');
  const key = reader.readPart(keyType, keyAt);
  return {
    kind: "record",
    key: notText.has(key.kind) ? convertedKey : key,
    value: reader.readPart(valueType, valueAt),
    ...(partial === true ? { isPartial: true as const } : {}),
    mode: mode === "loose" ? "loose" : isExhaustive ? "exhaustive" : "partial",
  };
}

/** Kinds whose values have another form on the wire, which a key cannot have. */
const notText: ReadonlySet<string> = new Set([
  "bigint",
  "blob",
  "bytes",
  "codec",
  "date",
  "map",
  "nan",
  "set",
  "stringbool",
]);

export function readMap(schema: ZodSchema, at: SchemaPosition, reader: PartReader) {
  const { keyType, valueType } = schema._zod.def;
  return {
    kind: "map" as const,
    key: reader.readPart(keyType, partOf(at, at.source.argument(["map"], 0), "Key", '["keyType"]')),
    value: reader.readPart(valueType, partOf(at, at.source.argument(["map"], 1), "Value", '["valueType"]')),
  };
}

export function readUnion(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  const { options = [], discriminator, unionFallback } = schema._zod.def;
  const list = discriminator === undefined ? 0 : 1;
  const sides = at.source.chained("or");
  return {
    kind: "union",
    options: options.map((option, index) => {
      const source =
        sides?.[index] ?? at.source.argument(["union", "discriminatedUnion", "xor"], list, index);
      return reader.readPart(option, partOf(at, source, `Option${index + 1}`, `["options"][${index}]`));
    }),
    ...(discriminator === undefined || unionFallback === true ? {} : { discriminator }),
    ...(hasTrait(schema, "$ZodXor") ? { isExclusive: true as const } : {}),
  };
}

export function readIntersection(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  const { left, right } = schema._zod.def;
  const [leftSource, rightSource] = at.source.sides("intersection", "and");
  return {
    kind: "intersection",
    left: reader.readPart(left, partOf(at, leftSource, "Left", '["left"]')),
    right: reader.readPart(right, partOf(at, rightSource, "Right", '["right"]')),
  };
}
