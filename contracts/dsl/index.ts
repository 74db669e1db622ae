export { type CallDeclaration, type CallOptions, call } from "./call.js";
export {
  type ChannelDeclaration,
  type ChannelOptions,
  type ClientMembers,
  channel,
  type MemberDeclaration,
  type Members,
  type RoomFamilies,
} from "./channel.js";
export {
  type EventArguments,
  type EventDeclaration,
  type EventOptions,
  event,
  type ReplayOptions,
} from "./event.js";
export type { Limits } from "./limits.js";
export type { Requires } from "./requires.js";
export { type RoomDeclaration, type RoomOptions, room } from "./room.js";
export type { ErrorSchemas, Schema } from "./schema.js";
export { type StreamDeclaration, type StreamDirection, type StreamOptions, stream } from "./stream.js";
