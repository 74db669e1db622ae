export { addReply } from "./add-reply.js";
export { countAttachments, isAttachment, maxAttachments } from "./attachments.js";
export { type BatchWriter, batchWriter } from "./batch-writer.js";
export { readBlobs, unreadForms } from "./blob/index.js";
export type {
  CallDefinition,
  ChannelDefinition,
  EventDefinition,
  MemberDefinition,
  ParamKind,
  ParamsDefinition,
  PlainReply,
  RoomDefinition,
  StreamDefinition,
} from "./channel-definition.js";
export { Deadline, longestDelayMs, setDeadline } from "./deadlines.js";
export {
  firstOpenCode,
  isSystemCode,
  type OpenCode,
  type RunCode,
  type SystemCode,
  systemCodes,
  type UnrunCode,
} from "./error-code.js";
export { fillPath } from "./fill-path.js";
export { type Issue, shortenIssues } from "./issue.js";
export { latestKey } from "./latest-key.js";
export { inFlightRetryMs, type MemberLimits } from "./member-limits.js";
export { newPace, type Pace } from "./pace.js";
export { padArguments } from "./pad-arguments.js";
export { payloadCheck } from "./payload-check.js";
export {
  maxPresenceIdLength,
  maxPresenceLength,
  maxPresent,
  type PresenceChange,
  type PresenceSnapshot,
  type Present,
  presenceChecks,
} from "./presence.js";
export {
  atEvent,
  type BatchEntry,
  batchEvent,
  type CallMark,
  type Closing,
  type ClosingCode,
  cancelEvent,
  closingEvent,
  type Handshake,
  type Hello,
  handshakeKey,
  helloEvent,
  type Move,
  maxBatchEntries,
  maxBatchLength,
  moveEvent,
  type OnceCall,
  onceEvent,
  protocolVersion,
  type ReplayHandshake,
  type ReplayNotice,
  reauthenticateEvent,
  repeatForMs,
  replayEvent,
  roomEvents,
} from "./protocol.js";
export { defaultTimeoutMs, type Reply } from "./reply.js";
export { straightCheck } from "./straight-check.js";
export { invalid, type StraightLine } from "./straight-line.js";
export * from "./stream/index.js";
export { type Rate, TokenBucket } from "./token-bucket.js";
export type { PayloadCheck, SensitivePath, Validation } from "./validation.js";
export {
  type DeclaredFailure,
  type ErrorPayload,
  isSystemFailure,
  isWireError,
  type Result,
  type SystemFailure,
  type SystemFailureOf,
  WireError,
  type WireErrorOptions,
} from "./wire-error.js";
