export { type CallDeclaration, type CallOptions, call } from "./call.js";
export {
  type ChannelDeclaration,
  type ChannelOptions,
  channel,
  type MemberDeclaration,
  type Members,
} from "./channel.js";
export { type EventDeclaration, type EventOptions, event, type ReplayOptions } from "./event.js";
export { type RoomDeclaration, type RoomOptions, room } from "./room.js";
export type { ErrorSchemas, Schema } from "./schema.js";
