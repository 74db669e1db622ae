export type { Locate } from "./config/check-config.js";
export { type LoadedConfig, loadConfig } from "./config/load-config.js";
export type { EmittedFile } from "./emit/emitted-file.js";
export { type GenerateOptions, type GenerateReport, generate, type OutputReport } from "./generate.js";
export type { HandlerEdit } from "./handlers/handler-edit.js";
export * from "./model/index.js";
export type { OutputDiff } from "./write/compare-output.js";
