import {
  type ChannelModel,
  type ContractModel,
  isSeenByClients,
  type PayloadModel,
  partsOf,
  payloadsOfMember,
  type SchemaModel,
} from "../model/index.js";
import { emitCheck } from "./check/emit-check.js";
import { clientChannelModule, clientCheckContext } from "./client-channel.js";
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
}

/** A client's generated files, sorted by path. */
export function emitClient(model: ContractModel, options: EmitClientOptions): readonly EmittedFile[] {
  return clientModules(model, options).map(emitModule);
}

/** The same before it is text, for the checks. */
export function clientModules(model: ContractModel, options: EmitClientOptions): readonly Module[] {
  const wanted = options.channels;
  const channels = model.channels.filter(({ name }) => wanted === undefined || wanted.includes(name));
  const context: TypeContext = { table: readSchemaTable(model), toRoot: options.toRoot };
  const key = outerNames(model, options.toRoot);
  const modules = channels.map((channel) =>
    madeBefore("client", { channel, key }, () => clientChannelModule(channel, context)),
  );
  const schemas = schemaDeclarations(model, modules, context);
  const declarations = [...schemas, ...checkDeclarations(channels, context)];
  if (declarations.length === 0) return modules;
  const source = commonSource(declarations.map(({ place }) => place.file));
  return [...modules, { path: "schemas.ts", source, declarations }];
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
  for (const { schema } of channels.flatMap(payloadsOf)) visit(schema);
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
