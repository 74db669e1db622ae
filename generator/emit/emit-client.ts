import {
  type ChannelModel,
  type ClientChecks,
  type ContractModel,
  isSeenByClients,
  type PayloadModel,
  partsOf,
  payloadsOfMember,
  type SchemaModel,
  standsAlone,
} from "../model/index.js";
import { emitCheck } from "./check/emit-check.js";
import { clientChannelModule } from "./client-channel.js";
import { clientCheckContext } from "./client-definition.js";
import { clientLines } from "./client-lines.js";
import { clientType, comment } from "./emit-interface.js";
import type { TypeContext } from "./emit-type.js";
import type { EmittedFile } from "./emitted-file.js";
import { hardLine, indent } from "./layout.js";
import { madeBefore, outerNames } from "./made-before.js";
import { compareTexts, type Declaration, emitModule, type Module } from "./module.js";
import { checkName } from "./names.js";
import { readSchemaTable } from "./schema-table.js";
import { commonSource, schemaDeclarations } from "./schemas-module.js";

/** What a client's output is made with. */
export interface EmitClientOptions {
  /** From the output folder to the project's root, with forward slashes: `../..`. */
  readonly toRoot: string;
  /** Names of the channels that it gets. Default all. */
  readonly channels?: readonly string[];
  /** What its checks are made for. Default `small`. */
  readonly checks?: ClientChecks;
}

/** A client's generated files, sorted by path. */
export function emitClient(model: ContractModel, options: EmitClientOptions): readonly EmittedFile[] {
  return clientModules(model, options).map(emitModule);
}

/** The same before it is text, for the checks. */
export function clientModules(model: ContractModel, options: EmitClientOptions): readonly Module[] {
  const { channels: wanted, checks = "small" } = options;
  const channels = model.channels.filter(({ name }) => wanted === undefined || wanted.includes(name));
  const context: TypeContext = { table: readSchemaTable(model), toRoot: options.toRoot };
  const key = `${checks} ${outerNames(model, options.toRoot)}`;
  const make = (some: readonly ChannelModel[]) => channelModules(some, model, context, checks);
  // Those that stand alone have nothing to do with the functions that others share.
  const sharing = make(channels.filter((channel) => !standsAlone(channel)));
  const alone = channels
    .filter(standsAlone)
    .flatMap((channel) => madeBefore("client", { channel, key }, () => make([channel])));
  const modules = [...alone, ...sharing].sort((left, right) => compareTexts(left.path, right.path));
  const schemas = schemaDeclarations(model, modules, context);
  const declarations = [...schemas, ...checkDeclarations(channels, context)];
  if (declarations.length === 0) return modules;
  const source = commonSource(declarations.map(({ place }) => place.file));
  return [...modules, { path: "schemas.ts", source, declarations }];
}

/** The files of some channels and, with fast checks, of the functions that settle most payloads. */
function channelModules(
  channels: readonly ChannelModel[],
  model: ContractModel,
  context: TypeContext,
  checks: ClientChecks,
): readonly Module[] {
  if (checks === "small") return channels.map((channel) => clientChannelModule(channel, context));
  const lines = clientLines(channels, model);
  const modules = channels.flatMap((channel) => {
    const own = lines.channels.get(channel);
    const module = clientChannelModule(channel, context, own?.lineOf);
    return own?.module ? [module, own.module] : [module];
  });
  return [...modules, ...lines.shared];
}

/** The checks of named schemas, which the channels' checks name. */
function checkDeclarations(channels: readonly ChannelModel[], context: TypeContext): readonly Declaration[] {
  const { table } = context;
  const ids = new Set<string>();
  const visit = (schema: SchemaModel): void => {
    if (schema.kind !== "reference") for (const part of partsOf(schema)) visit(part);
    else if (!ids.has(schema.id)) {
      ids.add(schema.id);
      visit(table.get(schema.id).schema);
    }
  };
  // What stands alone names none.
  for (const { schema } of channels.filter((each) => !standsAlone(each)).flatMap(payloadsOf)) visit(schema);
  return [...ids].sort(compareTexts).map((id) => {
    const { schema, place } = table.get(id);
    const name = checkName(id);
    const head = ["export function ", name, "(): ", clientType("Check"), " {"];
    const body = indent([hardLine, "return ", emitCheck(schema, clientCheckContext(context)), ";"]);
    return {
      name,
      origin: `the check of the schema \`${id}\``,
      place,
      docs: comment(`Makes the check of \`${id}\`.`),
      text: [head, body, hardLine, "}"],
    };
  });
}

/** Every payload that a client writes or reads. */
function payloadsOf(channel: ChannelModel): readonly PayloadModel[] {
  const members = [...channel.clientToServer, ...channel.serverToClient].flatMap((member) => [
    ...payloadsOfMember(member).map(({ payload }) => payload),
    ...(member.kind === "event" ? [] : member.errors.map(({ data }) => data)),
  ]);
  const rooms = channel.rooms
    .filter(isSeenByClients)
    .flatMap(({ key, errors = [], presence }) => [key, ...errors.map(({ data }) => data), presence]);
  const all = [channel.params, channel.auth, ...channel.errors.map(({ data }) => data), ...rooms, ...members];
  return all.filter((payload) => payload !== undefined);
}
