import type { ChannelModel, FieldModel, NamedSchema, Problem, SchemaModel } from "../model/index.js";
import { describeSchema } from "./describe-schema.js";

/** Problems of what a client presents: wirepact's own part of the handshake travels in the same object. */
export function checkAuth(channel: ChannelModel, schemas: ReadonlyMap<string, NamedSchema>): Problem[] {
  if (channel.auth === undefined) {
    return [];
  }
  const { schema, place } = channel.auth;
  const parts = partsOf(schema, schemas, new Set());
  const other = parts.find((part) => !travelsAsObject(part));
  if (other !== undefined) {
    return [
      {
        code: "WP3002",
        place,
        message: `\`${channel.name}\`: auth is ${describeSchema(other)}; what a client presents is always an object`,
        mend: "make it `z.object({ … })`; where a client need not present something, make that field optional",
      },
    ];
  }
  return parts.flatMap(fieldsOf).flatMap((field) => {
    if (!field.name.startsWith("$")) {
      return [];
    }
    return [
      {
        code: "WP2005",
        place: field.place,
        message: `\`${channel.name}\`: auth.${field.name} begins with \`$\`, as only wirepact's own part of the handshake does`,
        mend: "rename the field without the `$`",
      },
    ];
  });
}

/** The schema's alternatives and halves, each without the wrappers that change nothing of what is presented. */
function partsOf(
  schema: SchemaModel,
  schemas: ReadonlyMap<string, NamedSchema>,
  seen: ReadonlySet<string>,
): readonly SchemaModel[] {
  switch (schema.kind) {
    case "readonly":
    case "nonoptional":
      return partsOf(schema.inner, schemas, seen);
    case "transform":
      return partsOf(schema.accepts, schemas, seen);
    case "union":
      return schema.options.flatMap((option) => partsOf(option, schemas, seen));
    case "intersection":
      return [schema.left, schema.right].flatMap((half) => partsOf(half, schemas, seen));
    case "reference": {
      const named = schemas.get(schema.id);
      return named === undefined || seen.has(schema.id)
        ? []
        : partsOf(named.schema, schemas, new Set([...seen, schema.id]));
    }
    default:
      return [schema];
  }
}

/** An unsupported schema passes: it is a problem of its own already. */
function travelsAsObject(part: SchemaModel): boolean {
  return part.kind === "object" || part.kind === "record" || part.kind === "unsupported";
}

function fieldsOf(part: SchemaModel): readonly FieldModel[] {
  return part.kind === "object" ? part.fields : [];
}
