/** Channels in, the files that validate on the server out: one for each channel, and one for named schemas. */
import {
  type ChannelModel,
  type ContractModel,
  partsOf,
  type SchemaModel,
  standsAlone,
} from "../model/index.js";
import { type ChannelPayload, idOf, serverPayloads } from "./channel-payloads.js";
import { type CheckContext, emitCheck } from "./check/emit-check.js";
import { emitDefinition } from "./emit-definition.js";
import { comment, serverType, serverValue } from "./emit-interface.js";
import { emitAccess, emitObject, emitString, type Property } from "./emit-literal.js";
import type { TypeContext } from "./emit-type.js";
import { importChannel, importName, schemaChecksSpecifier } from "./emitted-name.js";
import { fingerprintChannel } from "./fingerprint-channel.js";
import { group, ifBroken, indent, join, type Layout, line, softLine } from "./layout.js";
import { madeBefore, outerNames } from "./made-before.js";
import { mayAttach, mayAttachMany } from "./may-attach-many.js";
import { compareTexts, type Declaration, type Module } from "./module.js";
import { channelNames, checkName } from "./names.js";
import { namesFrom } from "./names-from.js";
import { isOpaque, type SchemaTable } from "./schema-table.js";
import { commonSource } from "./schemas-module.js";
import { type SensitivePath, sensitivePaths } from "./sensitive-paths.js";
import {
  type CheckFunction,
  checkContext,
  type Definition,
  declareCheck,
  declareChecks,
  emitLine,
} from "./server-checks.js";
import { needsZod, printStraightFiles, type StraightCode, type StraightText } from "./straight/index.js";
import { declareSection } from "./straight-sections.js";
import { holdsCodec } from "./wire-form.js";

/**
 * The definitions of channels, with all that their payloads are checked by. They are apart from the files that people
 * read, and import nothing but the runtime; the contract only for payloads that hold the author's own code.
 */
export function serverDefinitionModules(model: ContractModel, context: TypeContext): readonly Module[] {
  const key = outerNames(model, context.toRoot);
  // Those that stand alone have nothing to do with the functions that others share.
  const shared = makeDefinitions(
    model.channels.filter((channel) => !standsAlone(channel)),
    model,
    context,
  );
  const modules = model.channels.flatMap((channel) =>
    standsAlone(channel)
      ? madeBefore("definition", { channel, key }, () => [
          ...makeDefinitions([channel], model, context).modules.values(),
        ])
      : (shared.modules.get(channel) ?? []),
  );
  return [...modules, ...schemaChecksModule(model, modules, shared.schemas, context)];
}

/** The definitions of some channels, and the functions of named schemas that these share. */
function makeDefinitions(channels: readonly ChannelModel[], model: ContractModel, context: TypeContext) {
  const payloads = channels.map(serverPayloads);
  const { files, schemas } = printStraightFiles({
    named: model.schemas,
    side: "server",
    hasLines: true,
    files: payloads.map((each) => ({
      payloads: each.map(({ path, payload, name, direction }) => ({
        id: idOf(path),
        name,
        direction,
        schema: payload.schema,
      })),
    })),
  });
  const modules = new Map<ChannelModel, Module>();
  for (const [index, channel] of channels.entries()) {
    const code = files[index];
    const own = payloads[index];
    if (code && own) {
      modules.set(channel, definitionModule({ channel, payloads: own, code }, model, context));
    }
  }
  return { modules, schemas };
}

function definitionModule(definition: Definition, model: ContractModel, context: TypeContext): Module {
  const { channel, payloads, code } = definition;
  const names = channelNames(channel);
  const byPath = new Map(payloads.map((each) => [idOf(each.path), each]));
  const checks = declareChecks(definition, model, context);
  const object = emitDefinition(channel, {
    fingerprint: fingerprintChannel(channel, context.table),
    check: (payload, path) => {
      const found = byPath.get(idOf(path));
      if (found === undefined) throw new Error(`the payload ${idOf(path)} was not prepared`);
      const made = checks.get(idOf(path))?.call;
      const check = needsZod(payload.schema, model.schemas)
        ? emitFromContract(found, made, channel, context)
        : emitPayloadCheck(found, made, code, context);
      return emitSensitive(sensitivePaths(payload.schema, context.table), check);
    },
    hasRooms: true,
    table: context.table,
  });
  const head = ["export const ", names.definition, ": ", serverType("ChannelDefinition"), " = "];
  return {
    path: names.definitionFile,
    source: channel.place.file,
    declarations: [
      {
        name: names.definition,
        origin: `the channel \`${channel.name}\``,
        place: channel.place,
        docs: comment(`\`${channel.name}\` as the runtime sees it.`),
        text: [head, object, ";"],
      },
      ...arrange(payloads, checks, code, channel),
    ],
  };
}

/** Constants, then each payload's check beside its function, then what several of them call. */
function arrange(
  payloads: readonly ChannelPayload[],
  checks: ReadonlyMap<string, CheckFunction>,
  code: StraightCode,
  channel: ChannelModel,
): readonly Declaration[] {
  const sections = new Map(
    code.sections.map((section) => [
      section.name,
      declareSection(section, serverValue, channel.place, false),
    ]),
  );
  const constants = code.sections.filter(({ text }) => !text.startsWith("function "));
  const pairs = payloads.flatMap(({ path }) => {
    const section = sections.get(code.functions.get(idOf(path)) ?? "");
    return [...(checks.get(idOf(path))?.declarations ?? []), ...(section ? [section] : [])];
  });
  // What is declared already is left out where the file is made.
  return [...constants.flatMap(({ name }) => sections.get(name) ?? []), ...pairs, ...sections.values()];
}

/** `sensitive([["password"]], payloadCheck(…))`; the check itself where nothing is. */
function emitSensitive(paths: readonly SensitivePath[], check: Layout): Layout {
  if (paths.length === 0) return check;
  const lists = paths.map((path) => ["[", join(", ", path.map(emitStep)), "]"]);
  const all = group(["[", indent([softLine, join([",", line], lists), ifBroken(",")]), softLine, "]"]);
  return group([
    serverValue("sensitive"),
    "(",
    indent([softLine, all, ",", line, check]),
    ifBroken(","),
    softLine,
    ")",
  ]);
}

function emitStep(step: SensitivePath[number]): string {
  return typeof step === "string" ? emitString(step) : String(step);
}

/** `payloadCheck(checkInput, { read: readInput })`. */
function emitPayloadCheck(
  { path, direction, payload }: ChannelPayload,
  make: Layout | undefined,
  code: StraightCode,
  { table }: TypeContext,
): Layout {
  const name = code.functions.get(idOf(path));
  const isOwn = code.sections.some((section) => section.name === name);
  const options = [
    ...(name === undefined
      ? []
      : [{ name: direction, value: isOwn ? name : importName(name, schemaChecksSpecifier, false) }]),
    ...attachOption({ direction, payload }, table),
    ...(direction === "read" && mayAttach(payload.schema, table)
      ? [{ name: "mayAttach", value: "true" }]
      : []),
  ];
  if (make === undefined) throw new Error(`the check ${idOf(path)} was not prepared`);
  return [serverValue("payloadCheck"), "(", make, ...withOptions(options), ")"];
}

/** `fromContract(chat.clientToServer.save.input, { wire: checkSaveInputForm })`. */
function emitFromContract(
  { path, payload, direction }: ChannelPayload,
  wire: Layout | undefined,
  channel: ChannelModel,
  { table, toRoot }: TypeContext,
): Layout {
  const schema = [importChannel(channel, toRoot), ...path.map(emitAccess)];
  const options: readonly Property[] = wire
    ? [
        { name: "wire", value: wire },
        ...(holdsCodec(payload.schema, table) ? [{ name: "isEncoded", value: "true" }] : []),
      ]
    : isOpaque(payload.schema, table)
      ? [{ name: "isOpaque", value: "true" }]
      : [];
  const all = [
    ...options,
    ...attachOption({ payload, direction }, table),
    // What is not said of a schema that the runtime knows nothing of.
    ...(direction === "read" && !mayAttach(payload.schema, table)
      ? [{ name: "mayAttach", value: "false" }]
      : []),
  ];
  return [serverValue("fromContract"), "(", schema, ...withOptions(all), ")"];
}

function attachOption(
  { direction, payload }: Pick<ChannelPayload, "direction" | "payload">,
  table: SchemaTable,
): readonly Property[] {
  const isCounted = direction === "write" && mayAttachMany(payload.schema, table);
  return isCounted ? [{ name: "mayAttachMany", value: "true" }] : [];
}

/** Behind an argument that is but a name. */
function withOptions(options: readonly Property[]): readonly Layout[] {
  return options.length === 0 ? [] : [", ", emitObject(options)];
}

/** Checks and functions of the named schemas that definitions import; no file where they import none. */
function schemaChecksModule(
  { schemas }: ContractModel,
  definitions: readonly Module[],
  { sections, lineOf }: StraightText,
  context: TypeContext,
): readonly Module[] {
  const { table } = context;
  const wanted = new Set(definitions.flatMap((module) => namesFrom(module, schemaChecksSpecifier)));
  const ids = new Set<string>();
  const visit = (schema: SchemaModel): void => {
    if (schema.kind !== "reference") for (const part of partsOf(schema)) visit(part);
    else if (!ids.has(schema.id)) {
      ids.add(schema.id);
      visit(table.get(schema.id).schema);
    }
  };
  for (const { id } of schemas) if (wanted.has(checkName(id))) visit({ kind: "reference", id });
  const words: CheckContext = {
    ...checkContext(context),
    make: checkName,
    line: (schema) => emitLine(lineOf(schema), (name) => name),
  };
  const checks = [...ids].sort(compareTexts).map((id): Declaration => {
    const { schema, place } = table.get(id);
    const name = checkName(id);
    // Within the file the others are at hand.
    const made = emitCheck(schema, words);
    const docs = comment(`Makes the check of \`${id}\`.`);
    return declareCheck(name, `the check of the schema \`${id}\``, place, made, docs);
  });
  const [first] = checks;
  if (first === undefined) return [];
  const source = commonSource(checks.map(({ place }) => place.file));
  const functions = sections.map((section) => declareSection(section, serverValue, first.place, true));
  return [{ path: "schemas.checks.ts", source, declarations: [...checks, ...functions] }];
}
