import {
  type ContractModel,
  type FieldModel,
  type NamedSchema,
  type Place,
  type Problem,
  type RoomModel,
  type SchemaModel,
  scalarKinds,
  unwrapSchema,
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
  const key = unwrapSchema(room.key.schema, schemas);
  if (key?.kind !== "object") {
    return scalarKinds(key, schemas) ? [] : [problem(owner, key, room.key.place)];
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
  const schema = unwrapSchema(field.schema, schemas);
  return scalarKinds(schema, schemas)
    ? []
    : [problem(`${owner} has a field \`${field.name}\` that`, schema, field.place)];
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
