import type { ChannelModel, LimitsModel, PayloadModel } from "../model/index.js";
import { seatsOf } from "./payload-seats.js";

/** A payload that a client writes and the server reads. */
export interface SentPayload {
  /** As messages name it: ``owner: part``. */
  readonly owner: string;
  readonly part: string;
  readonly payload: PayloadModel;
  /** Those of the member that it is of, where a member can have some. */
  readonly limits: LimitsModel | undefined;
  readonly mayHaveLimits: boolean;
}

/** Every payload that clients of a channel send, keys of rooms that they ask for among them. */
export function sentByClients(channel: ChannelModel): readonly SentPayload[] {
  const members = new Map(channel.clientToServer.map((member) => [`${channel.name}.${member.name}`, member]));
  const ofRooms = channel.rooms.flatMap(({ name, key, join, presence }) => [
    ...(join === "client" ? [{ owner: `${channel.name}.${name}`, part: "key", payload: key }] : []),
    ...(presence === undefined
      ? []
      : [{ owner: `${channel.name}.${name}`, part: "presence", payload: presence }]),
  ]);
  return [...seatsOf(channel).filter(({ isReadByClient }) => !isReadByClient), ...ofRooms].flatMap(
    ({ owner, part, payload }) => {
      if (payload === undefined) return [];
      const member = members.get(owner);
      return [{ owner, part, payload, limits: member?.limits, mayHaveLimits: member !== undefined }];
    },
  );
}
