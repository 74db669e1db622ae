import { pascalCase } from "../emit/names.js";
import type { LoadedContracts, LoadedGroup } from "../load/loaded-contracts.js";
import type { ChannelModel, ContractModel, Notice, Problem, ResolvedConfig } from "../model/index.js";
import { askChecker } from "./ask-checker.js";
import { ContractComplaints } from "./contract-complaints.js";
import { DeclarationSpot } from "./declaration-spot.js";
import { findHiddenChannels } from "./find-hidden-channels.js";
import { type ContractExport, listExports } from "./list-exports.js";
import { type ChannelReading, readChannel } from "./read-channel.js";
import { finishNames, SchemaNames } from "./schema-names.js";
import { ContractSource } from "./source/contract-source.js";
import { docsOf, readDocsOfName } from "./source/read-docs.js";
import { SchemaSource } from "./source/schema-source.js";
import { TypeQuestions } from "./type-questions.js";
import { settleSchemas } from "./wire/settle-schemas.js";
import { isZodSchema, metadataOf, type ZodSchema } from "./zod/zod-schema.js";

/** What reading found. */
export interface ContractReading {
  readonly model: ContractModel;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/**
 * The second stage: run contracts come in, their model goes out. Two eyes look at each: zod's definitions say
 * what is declared, the source says where, and what its author wrote about it.
 */
export async function readContract(
  loaded: LoadedContracts,
  config: ResolvedConfig,
): Promise<ContractReading> {
  const groups = await Promise.all(loaded.groups.map((group) => readGroup(group, config)));
  const channels = groups.flatMap((group) => group.channels).sort(compareChannels);
  const { schemas, problems } = finishNames(groups.flatMap(({ names }) => names.found));
  const asked = await askChecker(
    groups.flatMap(({ questions }) => questions.questions),
    loaded,
    config,
  );
  const answers = [...asked.answers];
  for (const { questions } of groups) {
    questions.answer(answers.splice(0, questions.size));
  }
  return {
    // Types are filled in by now: what is settled is copied.
    model: settleSchemas({ channels, schemas }),
    problems: [...groups.flatMap(({ complaints }) => complaints.problems), ...problems, ...asked.problems],
    notices: groups.flatMap(({ notices }) => notices),
  };
}

/** What one group of files says; nothing in it depends on the others. */
interface GroupReading extends ChannelReading {
  readonly channels: readonly ChannelModel[];
  readonly notices: readonly Notice[];
}

/** Reads a group, once. */
async function readGroup(group: LoadedGroup, config: ResolvedConfig): Promise<GroupReading> {
  const known = readings.get(group);
  if (known !== undefined) {
    return known;
  }
  const source = await ContractSource.open(group, config);
  const reading = {
    names: new SchemaNames(),
    questions: new TypeQuestions(),
    complaints: new ContractComplaints(),
  };
  const exports = listExports(group, source);
  for (const each of exports) {
    if (isZodSchema(each.value)) {
      nameSchema(each, each.value, source, reading);
    }
  }
  const channels = exports
    .filter(({ value }) => isChannel(value))
    .map((each) => readChannel(each, spotOf(each, source), reading));
  const found = { ...reading, channels, notices: findHiddenChannels(group, source) };
  readings.set(group, found);
  return found;
}

const readings = new WeakMap<LoadedGroup, GroupReading>();

function nameSchema(
  exported: ContractExport,
  schema: ZodSchema,
  source: ContractSource,
  { names }: ChannelReading,
): void {
  const { declared, file, exportName, place } = exported;
  const { description } = metadataOf(schema);
  const docs =
    (declared === undefined ? undefined : readDocsOfName(source, declared.name)) ?? docsOf(description ?? "");
  const id = pascalCase(exported.name);
  names.add(schema, {
    id,
    place,
    position: {
      source: new SchemaSource(source, declared?.value, place),
      name: id,
      root: { file, exportName },
      path: "$",
    },
    ...(docs === undefined ? {} : { docs }),
  });
}

function spotOf({ declared, place }: ContractExport, source: ContractSource): DeclarationSpot {
  const docs = declared === undefined ? undefined : readDocsOfName(source, declared.name);
  return new DeclarationSpot(source, place, declared?.value, docs);
}

function isChannel(value: unknown): boolean {
  return typeof value === "object" && value !== null && "$wirepact" in value && value.$wirepact === "channel";
}

/** By name, in code units; two of one name, which is a problem later, by file. */
function compareChannels(left: ChannelModel, right: ChannelModel): number {
  const [one, other] =
    left.name === right.name ? [left.place.file, right.place.file] : [left.name, right.name];
  return one < other ? -1 : one > other ? 1 : 0;
}
