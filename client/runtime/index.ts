export * from "../../contracts/wire/check/index.js";
export type { FileProgress, ReceiveFileOptions, SendFileOptions } from "../../contracts/wire/file/index.js";
export {
  type DeclaredFailure,
  type Issue,
  invalid,
  isSystemFailure,
  isWireError,
  type PayloadCheck,
  type Present,
  payloadCheck,
  type Result,
  type SystemCode,
  straightCheck,
  type Validation,
  WireError,
} from "../../contracts/wire/index.js";
export * from "../../contracts/wire/straight/index.js";
export type {
  Span,
  SpanContext,
  SpanOptions,
  TraceApi,
  TraceContext,
  Tracer,
} from "../../contracts/wire/trace/index.js";
export { type ArgumentList, argumentList } from "./argument-list.js";
export { presentAuth } from "./auth-presenter.js";
export { blobLine } from "./blob-line.js";
export type { CallShape, ClientDefinition } from "./client-definition.js";
export type * from "./client-types.js";
export { connectChannel } from "./connect-channel.js";
export { download } from "./download.js";
export { duplex } from "./duplex.js";
export { receiveFile, sendFile } from "./file.js";
export { idempotentCall } from "./idempotent-call.js";
export { incomingCall } from "./incoming-call.js";
export { incomingEvent } from "./incoming-event.js";
export { givenRoom, joinedRoom, type RoomShape } from "./joined-room.js";
export { type LatestShape, latestEvent } from "./latest-event.js";
export { limited, type SendingLimits } from "./limited.js";
export { openTelemetry } from "./open-telemetry.js";
export { outgoingCall, outgoingCallWithArguments } from "./outgoing-call.js";
export { outgoingEvent } from "./outgoing-event.js";
export { type PlainReply, plainValue, plainValues } from "./plain-reply.js";
export { presentParams } from "./present-params.js";
export { replayedEvent } from "./replayed-event.js";
export { roomPresence } from "./room-presence.js";
export type {
  JoinablePresenceRoom,
  JoinableRoom,
  PresenceRoom,
  RoomPresence,
  RoomState,
  RoomView,
} from "./room-types.js";
export type * from "./stream-types.js";
export { upload } from "./upload.js";
export { volatileEvent } from "./volatile-event.js";
export { withinBytes } from "./within-bytes.js";
