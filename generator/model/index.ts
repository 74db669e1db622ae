export type {
  CallModel,
  ChannelModel,
  ContractModel,
  DeliveryModel,
  Direction,
  ErrorModel,
  EventModel,
  LimitsModel,
  MemberModel,
  PayloadModel,
  RolesModel,
  RoomModel,
  StreamModel,
} from "./contract-model.js";
export { isSeenByClients } from "./is-seen-by-clients.js";
export { inputOf, type MemberPayload, payloadsOfMember, takesArguments } from "./member-payloads.js";
export {
  type ClientChecks,
  type ClientOutput,
  defineConfig,
  type ResolvedConfig,
  type WarningChoice,
  type WirepactConfig,
} from "./options.js";
export { partsOf, unknownKind } from "./parts-of.js";
export { pathParams } from "./path-params.js";
export type { Docs, Place } from "./place.js";
export { type Notice, type Problem, type ProblemCode, problemCodes } from "./problem.js";
export { type ScalarKind, scalarKinds, unwrapSchema } from "./scalar-schema.js";
export type {
  BigintCheck,
  BrandModel,
  BytesArray,
  DateCheck,
  FieldModel,
  FileCheck,
  Json,
  LiteralValue,
  NamedSchema,
  NumberCheck,
  SchemaAddress,
  SchemaCommon,
  SchemaKind,
  SchemaModel,
  SizeCheck,
  StringCheck,
  TypeText,
} from "./schema-model.js";
export { standsAlone } from "./stands-alone.js";
export {
  defaultLevels,
  everyLevel,
  type Warning,
  type WarningCode,
  type WarningLevel,
  type WarningLevels,
  warningCodes,
} from "./warning.js";
