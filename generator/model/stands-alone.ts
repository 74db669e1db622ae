import type { ChannelModel, PayloadModel } from "./contract-model.js";
import { payloadsOfMember } from "./member-payloads.js";
import { partsOf } from "./parts-of.js";
import type { SchemaModel } from "./schema-model.js";

/**
 * Whether a channel says by itself all that there is to say of it: no payload refers to a named schema, which others
 * may use too, or rests on an answer of the compiler, which is asked anew in each run.
 */
export function standsAlone(channel: ChannelModel): boolean {
  const known = found.get(channel) ?? payloadsOf(channel).every(({ schema }) => isOwn(schema));
  found.set(channel, known);
  return known;
}

const found = new WeakMap<ChannelModel, boolean>();

/** Every payload of a channel, those of its rooms and errors too. */
function payloadsOf(channel: ChannelModel): readonly PayloadModel[] {
  const members = [...channel.clientToServer, ...channel.serverToClient].flatMap((member) => [
    ...payloadsOfMember(member).map(({ payload }) => payload),
    ...(member.kind === "event" ? [] : member.errors.map(({ data }) => data)),
  ]);
  const all = [
    channel.params,
    channel.auth,
    ...channel.errors.map(({ data }) => data),
    ...channel.rooms.flatMap(({ key, errors = [], presence }) => [
      key,
      ...errors.map(({ data }) => data),
      presence,
    ]),
    ...members,
  ];
  return all.filter((payload) => payload !== undefined);
}

function isOwn(schema: SchemaModel): boolean {
  const isAnswered = schema.types !== undefined || schema.brands !== undefined || "type" in schema;
  const isForeign = ["reference", "transform", "codec", "unsupported"].includes(schema.kind);
  return !isAnswered && !isForeign && partsOf(schema).every(isOwn);
}
