export type {
  CallModel,
  ChannelModel,
  ContractModel,
  Direction,
  ErrorModel,
  EventModel,
  MemberModel,
  PayloadModel,
  RoomModel,
} from "./contract-model.js";
export { type ClientOutput, defineConfig, type ResolvedConfig, type WirepactConfig } from "./options.js";
export type { Docs, Place } from "./place.js";
export { type Notice, type Problem, type ProblemCode, problemCodes } from "./problem.js";
export type {
  FieldModel,
  Json,
  NamedSchema,
  NumberCheck,
  SchemaCommon,
  SchemaKind,
  SchemaModel,
  SizeCheck,
  StringCheck,
  TypeText,
} from "./schema-model.js";
