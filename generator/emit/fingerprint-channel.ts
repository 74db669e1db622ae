import { createHash } from "node:crypto";
import {
  type ChannelModel,
  isSeenByClients,
  type MemberModel,
  type PayloadModel,
  payloadsOfMember,
  type RoomModel,
  type SchemaModel,
  standsAlone,
  takesArguments,
} from "../model/index.js";
import type { SchemaTable } from "./schema-table.js";

/**
 * Sixteen hexadecimal digits that change whenever what travels on the channel changes: names of members and
 * errors, and the structure of payloads. Comments, places, names of schemas, texts of issues, deadlines and
 * rooms that no client sees stay out of it.
 */
export function fingerprintChannel(channel: ChannelModel, table: SchemaTable): string {
  if (!standsAlone(channel)) return fingerprint(channel, table);
  const known = fingerprints.get(channel) ?? fingerprint(channel, table);
  fingerprints.set(channel, known);
  return known;
}

/** Of channels that need no table: each side asks for the same one. */
const fingerprints = new WeakMap<ChannelModel, string>();

function fingerprint(channel: ChannelModel, table: SchemaTable): string {
  const describe = (payload: PayloadModel | undefined): unknown =>
    payload === undefined ? null : describeSchema(payload.schema, table, []);
  const describeErrors = (errors: ChannelModel["errors"]): unknown =>
    sorted(errors.map(({ name, data }) => [name, describe(data)]));
  const describeMember = (member: MemberModel): readonly [string, ...unknown[]] => [
    member.name,
    kindOf(member),
    ...payloadsOfMember(member).map(({ payload }) => describe(payload)),
    ...(member.kind === "event" ? [] : [describeErrors(member.errors)]),
    ...(takesArguments(member) ? ["arguments"] : []),
    ...(member.kind === "call" && member.reply !== undefined ? [member.reply] : []),
  ];
  const describeRoom = ({ name, key, errors = [], presence }: RoomModel): readonly [string, ...unknown[]] => [
    name,
    describe(key),
    describeErrors(errors),
    describe(presence),
  ];
  const travelling = channel.rooms.filter(isSeenByClients);
  return digest([
    channel.path,
    describe(channel.auth),
    describeErrors(channel.errors),
    sorted(channel.clientToServer.map(describeMember)),
    sorted(channel.serverToClient.map(describeMember)),
    ...(travelling.length === 0 ? [] : [sorted(travelling.map(describeRoom))]),
    // Only where there is something: the prints of other channels stay what they are.
    ...(channel.params ? [describe(channel.params)] : []),
  ]);
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}

function sorted<Entry extends readonly unknown[]>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(([left], [right]) => (String(left) < String(right) ? -1 : 1));
}

/**
 * A schema by its content. A reference stands for what it leads to; within that, for how far up it leads
 * back, so that the names of schemas do not count.
 */
function describeSchema(schema: SchemaModel, table: SchemaTable, above: readonly string[]): unknown {
  if (schema.kind === "reference") {
    const depth = above.lastIndexOf(schema.id);
    if (depth >= 0) return ["up", above.length - depth];
    return describeSchema(table.get(schema.id).schema, table, [...above, schema.id]);
  }
  if (schema.kind === "transform") return describeSchema(schema.accepts, table, above);
  if (schema.kind === "default" || schema.kind === "prefault" || schema.kind === "catch") {
    // The value is plain JSON, whatever it looks like.
    return [schema.kind, schema.value, describeSchema(schema.inner, table, above)];
  }
  const parts = Object.entries(schema).filter(([key, value]) => value !== undefined && !unseen.has(key));
  return sorted(parts.map(([key, value]) => [key, describePart(key, value, table, above)]));
}

/** Properties of a schema that the other side cannot see. */
const unseen: ReadonlySet<string> = new Set([
  "message",
  "customChecks",
  "type",
  "types",
  "brands",
  "address",
  "isPartial",
  "isSensitive",
]);

function describePart(key: string, value: unknown, table: SchemaTable, above: readonly string[]): unknown {
  if (key === "checks") {
    // Checks are records of plain values; what they say of their own failure is of no account.
    return (value as readonly { readonly kind: string }[]).map((check) =>
      sorted(Object.entries(check).filter(([name]) => name !== "message" && name !== "abort")),
    );
  }
  if (key === "fields") {
    // The key says which part of the model this is.
    const fields = value as (SchemaModel & { kind: "object" })["fields"];
    return sorted(fields.map(({ name, schema }) => [name, describeSchema(schema, table, above)]));
  }
  if (Array.isArray(value)) return value.map((item) => describePart("", item, table, above));
  return isSchema(value) ? describeSchema(value, table, above) : value;
}

function isSchema(value: unknown): value is SchemaModel {
  return typeof value === "object" && value !== null && "kind" in value;
}

/** What travels is another thing where it survives the loss of the connection. */
function kindOf(member: MemberModel): string {
  if (member.kind === "call" && member.isIdempotent) return "idempotent call";
  return member.kind === "event" && member.replay ? "replayed event" : member.kind;
}
