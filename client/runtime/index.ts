export * from "../../contracts/wire/check/index.js";
export {
  type DeclaredFailure,
  type Issue,
  isSystemFailure,
  isWireError,
  type PayloadCheck,
  payloadCheck,
  type Result,
  type SystemCode,
  type Validation,
  WireError,
} from "../../contracts/wire/index.js";
export { presentAuth } from "./auth-presenter.js";
export type { CallShape, ClientDefinition } from "./client-definition.js";
export type * from "./client-types.js";
export { connectChannel } from "./connect-channel.js";
export { idempotentCall } from "./idempotent-call.js";
export { incomingCall } from "./incoming-call.js";
export { incomingEvent } from "./incoming-event.js";
export { outgoingCall } from "./outgoing-call.js";
export { outgoingEvent } from "./outgoing-event.js";
export { replayedEvent } from "./replayed-event.js";
