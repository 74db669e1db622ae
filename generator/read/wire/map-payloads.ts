import type { ChannelModel, ErrorModel, MemberModel, PayloadModel, SchemaModel } from "../../model/index.js";

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
  const mapMember = (member: MemberModel): MemberModel =>
    member.kind === "event"
      ? { ...member, ...(member.payload && { payload: mapPayload(member.payload) }) }
      : {
          ...member,
          ...(member.input && { input: mapPayload(member.input) }),
          ...(member.output && { output: mapPayload(member.output) }),
          errors: member.errors.map(mapError),
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
