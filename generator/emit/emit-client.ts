import {
  type ChannelModel,
  type ContractModel,
  type PayloadModel,
  partsOf,
  type SchemaModel,
} from "../model/index.js";
import { clientChannelModule } from "./client-channel.js";
import { clientType, comment } from "./emit-interface.js";
import { emitData, emitObject } from "./emit-literal.js";
import type { TypeContext } from "./emit-type.js";
import type { EmittedFile } from "./emitted-file.js";
import { compareTexts, type Declaration, emitModule, type Module } from "./module.js";
import { planSchema } from "./plan-schema.js";
import { readSchemaTable, type SchemaTable } from "./schema-table.js";
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
  const modules = channels.map((channel) => clientChannelModule(channel, context));
  const schemas = schemaDeclarations(model, modules, context);
  const plans = plansDeclaration(channels, context.table);
  const declarations = [...schemas, ...(plans === undefined ? [] : [plans])];
  if (declarations.length === 0) return modules;
  const source = commonSource(declarations.map(({ place }) => place.file));
  return [...modules, { path: "schemas.ts", source, declarations }];
}

/** The plans of named schemas, which the channels' plans refer to. */
function plansDeclaration(channels: readonly ChannelModel[], table: SchemaTable): Declaration | undefined {
  const ids = new Set<string>();
  const visit = (schema: SchemaModel): void => {
    if (schema.kind !== "reference") for (const part of partsOf(schema)) visit(part);
    else if (!ids.has(schema.id)) {
      ids.add(schema.id);
      visit(table.get(schema.id).schema);
    }
  };
  for (const { schema } of channels.flatMap(payloadsOf)) visit(schema);
  const [first] = ids;
  if (first === undefined) return undefined;
  const properties = [...ids]
    .sort(compareTexts)
    .map((id) => ({ name: id, value: emitData(planSchema(table.get(id).schema)) }));
  return {
    name: "plans",
    origin: "the table of plans",
    place: table.get(first).place,
    docs: comment("What the runtime checks payloads by, for the schemas that have a name."),
    text: ["export const plans: ", clientType("PlanTable"), " = ", emitObject(properties, true), ";"],
  };
}

/** Every payload that a client writes or reads. */
function payloadsOf(channel: ChannelModel): readonly PayloadModel[] {
  const members = [...channel.clientToServer, ...channel.serverToClient].flatMap((member) =>
    member.kind === "event"
      ? [member.payload]
      : [member.input, member.output, ...member.errors.map(({ data }) => data)],
  );
  const all = [channel.auth, ...channel.errors.map(({ data }) => data), ...members];
  return all.filter((payload) => payload !== undefined);
}
