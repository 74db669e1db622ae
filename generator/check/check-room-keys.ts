import type {
  ContractModel,
  FieldModel,
  NamedSchema,
  Place,
  Problem,
  RoomModel,
  SchemaModel,
} from "../model/index.js";
import { describeSchema } from "./describe-schema.js";

/** Problems of room keys: whatever is not text, a number, a boolean, or a flat object of these. */
export function checkRoomKeys(
  model: ContractModel,
  schemas: ReadonlyMap<string, NamedSchema>,
): readonly Problem[] {
  return model.channels.flatMap((channel) =>
    channel.rooms.flatMap((room) => checkRoomKey(channel.name, room, schemas)),
  );
}

function checkRoomKey(
  channel: string,
  room: RoomModel,
  schemas: ReadonlyMap<string, NamedSchema>,
): Problem[] {
  const owner = `\`${channel}\`: the key of the room family \`${room.name}\``;
  const key = unwrap(room.key.schema, schemas);
  if (key?.kind !== "object") {
    return checkScalar(key, schemas) ? [] : [problem(owner, key, room.key.place)];
  }
  if (key.unknownKeys === "loose" || key.unknownKeys === "catchall") {
    return [
      {
        code: "WP3001",
        place: room.key.place,
        message: `${owner} takes keys that it does not declare`,
        mend: "make it `z.object({ … })` or `z.strictObject({ … })`: only declared fields can name a room",
      },
    ];
  }
  return key.fields.flatMap((field) => checkField(owner, field, schemas));
}

function checkField(owner: string, field: FieldModel, schemas: ReadonlyMap<string, NamedSchema>): Problem[] {
  if (field.name === "__proto__") {
    return [
      {
        code: "WP2006",
        place: field.place,
        message: `${owner} has a field \`__proto__\`, a name that sets an object's prototype; it would be lost`,
        mend: "rename the field",
      },
    ];
  }
  const schema = unwrap(field.schema, schemas);
  return checkScalar(schema, schemas)
    ? []
    : [problem(`${owner} has a field \`${field.name}\` that`, schema, field.place)];
}

/** The schema behind names and `.readonly()`; undefined where it only refers to itself. */
function unwrap(
  schema: SchemaModel,
  schemas: ReadonlyMap<string, NamedSchema>,
  seen: ReadonlySet<string> = new Set(),
): SchemaModel | undefined {
  if (schema.kind === "readonly" || schema.kind === "nonoptional") {
    return unwrap(schema.inner, schemas, seen);
  }
  if (schema.kind !== "reference") {
    return schema;
  }
  const named = schemas.get(schema.id);
  return named === undefined || seen.has(schema.id)
    ? undefined
    : unwrap(named.schema, schemas, new Set([...seen, schema.id]));
}

/** Whether what it accepts is exactly what it yields, and is text, a number or a boolean. */
function checkScalar(schema: SchemaModel | undefined, schemas: ReadonlyMap<string, NamedSchema>): boolean {
  switch (schema?.kind) {
    case "string":
    case "number":
    case "boolean":
      return !schema.coerce;
    case "enum":
    case "template_literal":
      return true;
    case "literal":
      return schema.values.every((value) => value !== null);
    case "union":
      return schema.options.every((option) => checkScalar(unwrap(option, schemas), schemas));
    default:
      return false;
  }
}

function problem(subject: string, schema: SchemaModel | undefined, place: Place): Problem {
  return {
    code: "WP3001",
    place,
    message: `${subject} is ${describeForKey(schema)}`,
    mend: "make it text, a number or a boolean (an enum or a literal of these), or one flat object of such fields, all of them required",
  };
}

function describeForKey(schema: SchemaModel | undefined): string {
  if (schema === undefined) {
    return "nothing but itself";
  }
  return "coerce" in schema && schema.coerce ? `a \`z.coerce.${schema.kind}()\`` : describeSchema(schema);
}
