import {
  type ChannelModel,
  type ErrorModel,
  type MemberModel,
  type PayloadModel,
  payloadsOfMember,
  type SchemaModel,
} from "../../model/index.js";

/** The channel with the schema of each payload changed. */
export function mapPayloads(
  channel: ChannelModel,
  change: (schema: SchemaModel) => SchemaModel,
): ChannelModel {
  const mapPayload = (payload: PayloadModel): PayloadModel => ({
    ...payload,
    schema: change(payload.schema),
  });
  const mapError = (error: ErrorModel): ErrorModel =>
    error.data === undefined ? error : { ...error, data: mapPayload(error.data) };
  const mapMember = (member: MemberModel): MemberModel => {
    const payloads = payloadsOfMember(member).flatMap(({ property, payload }) =>
      payload === undefined ? [] : [[property, mapPayload(payload)]],
    );
    const errors = member.kind === "event" ? {} : { errors: member.errors.map(mapError) };
    return { ...member, ...Object.fromEntries(payloads), ...errors };
  };
  return {
    ...channel,
    ...(channel.params && { params: mapPayload(channel.params) }),
    ...(channel.auth && { auth: mapPayload(channel.auth) }),
    errors: channel.errors.map(mapError),
    rooms: channel.rooms.map((room) => ({
      ...room,
      key: mapPayload(room.key),
      ...(room.errors && { errors: room.errors.map(mapError) }),
      ...(room.presence && { presence: mapPayload(room.presence) }),
    })),
    clientToServer: channel.clientToServer.map(mapMember),
    serverToClient: channel.serverToClient.map(mapMember),
  };
}
