import {
  type ContractModel,
  type EventModel,
  type NamedSchema,
  type Problem,
  partsOf,
  type SchemaModel,
  scalarKinds,
  unwrapSchema,
} from "../model/index.js";

/** Problems of events of which only the latest counts: payloads and fields that a newer one cannot be told by. */
export function checkDeliveries(
  model: ContractModel,
  schemas: ReadonlyMap<string, NamedSchema>,
): readonly Problem[] {
  return model.channels.flatMap((channel) =>
    [...channel.clientToServer, ...channel.serverToClient].flatMap((member) =>
      member.kind === "event" ? checkEvent(channel.name, member, schemas) : [],
    ),
  );
}

function checkEvent(
  channel: string,
  { name, payload, delivery }: EventModel,
  schemas: ReadonlyMap<string, NamedSchema>,
): readonly Problem[] {
  if (delivery?.mode !== "latest") return [];
  const problem = (message: string, mend: string): Problem => ({
    code: "WP3007",
    place: delivery.place,
    message: `\`${channel}.${name}\`: ${message}`,
    mend,
  });
  if (payload !== undefined && holdsBytes(payload.schema, schemas, new Set())) {
    return [
      problem(
        "the payload holds bytes, which travel beside it and cannot be replaced with it",
        "take `latest` out, or send the bytes as text",
      ),
    ];
  }
  const { key } = delivery;
  if (key === undefined) return [];
  const schema = payload && unwrapSchema(payload.schema, schemas);
  const field = schema?.kind === "object" ? schema.fields.find((each) => each.name === key) : undefined;
  if (field === undefined) {
    return [
      problem(
        `\`latest\` names \`${key}\`, and the payload has no such field`,
        "name a field of the payload, or write `latest: true`",
      ),
    ];
  }
  if (scalarKinds(unwrapSchema(field.schema, schemas), schemas) !== undefined) return [];
  return [
    problem(
      `\`latest\` names \`${key}\`, which is not flat`,
      "name a field that is text, a number or a boolean, and always there",
    ),
  ];
}

function holdsBytes(
  schema: SchemaModel,
  schemas: ReadonlyMap<string, NamedSchema>,
  seen: Set<string>,
): boolean {
  if (schema.kind === "bytes" || schema.kind === "blob") return true;
  if (schema.kind !== "reference") return partsOf(schema).some((part) => holdsBytes(part, schemas, seen));
  const named = seen.has(schema.id) ? undefined : schemas.get(schema.id);
  seen.add(schema.id);
  return named !== undefined && holdsBytes(named.schema, schemas, seen);
}
