export {
  type CallDefinition,
  type ChannelDefinition,
  type DeclaredFailure,
  type EventDefinition,
  type Issue,
  isSystemFailure,
  isWireError,
  type MemberDefinition,
  type PayloadCheck,
  type Plan,
  type PlanTable,
  payloadCheck,
  type Result,
  type SystemCode,
  type Validation,
  WireError,
} from "../../contracts/wire/index.js";
export type * from "./client-types.js";
export { connectChannel } from "./connect-channel.js";
