export * from "../../contracts/wire/check/index.js";
export {
  type CallDefinition,
  type ChannelDefinition,
  type DeclaredFailure,
  type EventDefinition,
  type Issue,
  invalid,
  isSystemFailure,
  isWireError,
  type MemberDefinition,
  type PayloadCheck,
  payloadCheck,
  type Result,
  type StraightLine,
  type SystemCode,
  type Validation,
  WireError,
} from "../../contracts/wire/index.js";
export type * from "./client-types.js";
export { connectChannel } from "./connect-channel.js";
