export type { Namespace } from "socket.io";
export * from "../../contracts/wire/check/index.js";
export type { FileProgress, ReceiveFileOptions, SendFileOptions } from "../../contracts/wire/file/index.js";
export type {
  CallDefinition,
  ChannelDefinition,
  ErrorPayload,
  EventDefinition,
  Issue,
  MemberDefinition,
  PayloadCheck,
  Present,
  RoomDefinition,
  SensitivePath,
  StreamDefinition,
  SystemCode,
  SystemFailure,
  Validation,
  WireErrorOptions,
} from "../../contracts/wire/index.js";
export {
  invalid,
  isSystemCode,
  isSystemFailure,
  isWireError,
  systemCodes,
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
export type { AnswerStore, Claim, OnceId } from "./answer-store.js";
export {
  type AttachedSockets,
  type AttachOptions,
  type SocketsAttachOptions,
  socketsAttachment,
} from "./attach-sockets.js";
export type { ClientBundleOptions } from "./client-bundle/client-bundle-options.js";
export type { SocketsState } from "./drain/drain.js";
export { receiveBuffer, receiveFile, sendFile } from "./file.js";
export { type FromContractOptions, fromContract } from "./from-contract.js";
export type { AppHooks, AppStart, Failure, RateExcess, UnknownPacket } from "./hooks.js";
export { implementChannel } from "./implement-channel.js";
export type {
  ConnectionLimitOptions,
  LimitedClient,
  LimitOptions,
  OutgoingLimitOptions,
  SharedLimiter,
} from "./limits/limit-options.js";
export { clusterWorkers } from "./links/cluster-workers.js";
export type { ProcessLink } from "./links/process-link.js";
export { type RedisStreamsOptions, redisPubSub, redisStreams } from "./links/redis-links.js";
export type { RedisOptions, RedisTemplate } from "./links/redis-source.js";
export { type MemoryAnswersOptions, memoryAnswers } from "./memory-answers.js";
export {
  type Addition,
  type Connecting,
  type ContextName,
  type HandlerRun,
  type MemberRun,
  type Middleware,
  type MiddlewareContext,
  type MiddlewareOptions,
  middleware,
  type RunsIn,
  type SessionOf,
} from "./middleware.js";
export type {
  ObservedMember,
  Observer,
  RunObserver,
  RunOrigin,
  ServerState,
} from "./observe/observer.js";
export { type OpenTelemetryOptions, openTelemetry } from "./observe/open-telemetry.js";
export type {
  PromClient,
  PromCounter,
  PromGauge,
  PromHistogram,
  PromOptions,
} from "./observe/prom-client.js";
export { type PromMetricsOptions, promMetrics } from "./observe/prom-metrics.js";
export { payloadCheck } from "./payload-check.js";
export { type EmitterOperator, makePublisher, type SocketEmitter } from "./publisher.js";
export { type RedisAnswersOptions, type RedisCommands, redisAnswers } from "./redis-answers.js";
export { memoryReplay } from "./replay/memory-replay.js";
export {
  type RedisClient,
  type RedisReplayOptions,
  type RedisTailClient,
  redisReplay,
} from "./replay/redis-replay.js";
export type {
  MissedEntries,
  ReplayEntry,
  ReplayLimits,
  ReplayLog,
  ReplayLogOptions,
  ReplaySession,
  ReplayStore,
} from "./replay/replay-store.js";
export type * from "./room-types.js";
export { sensitive } from "./sensitive/sensitive.js";
export type * from "./server-types.js";
export { type SocketsPluginOptions, socketsPlugin } from "./sockets-plugin.js";
export { splitContext } from "./split-context.js";
export { StartupError, type StartupErrorCode } from "./startup-error.js";
export type * from "./stream-types.js";
