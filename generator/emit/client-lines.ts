/** Channels in, the straight-line functions of a client out: a file for each channel, and one for named schemas. */
import type { ChannelModel, ContractModel, PayloadModel, Place } from "../model/index.js";
import { clientPayloads, idOf } from "./channel-payloads.js";
import { clientValue } from "./emit-interface.js";
import { importName, schemaChecksSpecifier } from "./emitted-name.js";
import type { Layout } from "./layout.js";
import type { Declaration, Module } from "./module.js";
import { channelNames } from "./names.js";
import { printStraightFiles, type StraightSection } from "./straight/index.js";
import { declareSection } from "./straight-sections.js";

/** The functions of one channel. */
export interface ChannelLines {
  /** The file of those that are its own; absent where all are shared, or none is printed. */
  readonly module: Module | undefined;
  /** What settles a payload, one of the model's own. */
  readonly lineOf: (payload: PayloadModel) => ClientLine | undefined;
}

/** A payload's function. */
export interface ClientLine {
  readonly direction: "read" | "write";
  readonly name: Layout;
}

/** The functions of some channels. */
export interface ClientLines {
  readonly channels: ReadonlyMap<ChannelModel, ChannelLines>;
  /** Those that several channels call. */
  readonly shared: readonly Declaration[];
}

/** Prints the functions of channels that may share named schemas. */
export function clientLines(channels: readonly ChannelModel[], { schemas }: ContractModel): ClientLines {
  const payloads = channels.map(clientPayloads);
  const printed = printStraightFiles({
    named: schemas,
    side: "client",
    files: payloads.map((each) => ({
      payloads: each.map(({ path, payload, name, direction }) => ({
        id: idOf(path),
        name,
        direction,
        schema: payload.schema,
      })),
    })),
  });
  const lines = new Map<ChannelModel, ChannelLines>();
  for (const [index, channel] of channels.entries()) {
    const { sections = [], functions } = printed.files[index] ?? {};
    const { checksFile, checksSpecifier } = channelNames(channel);
    const own = new Set(sections.map(({ name }) => name));
    const byPayload = new Map<PayloadModel, ClientLine>();
    for (const { path, payload, direction } of payloads[index] ?? []) {
      const name = functions?.get(idOf(path));
      if (name === undefined) continue;
      const from = own.has(name) ? checksSpecifier : schemaChecksSpecifier;
      byPayload.set(payload, { direction, name: importName(name, from, false) });
    }
    lines.set(channel, {
      module: linesModule(checksFile, channel.place.file, sections, channel.place),
      lineOf: (payload) => byPayload.get(payload),
    });
  }
  const [first] = schemas;
  return { channels: lines, shared: first ? declareLines(printed.schemas.sections, first.place) : [] };
}

function linesModule(
  path: string,
  source: string,
  sections: readonly StraightSection[],
  place: ChannelModel["place"],
): Module | undefined {
  if (sections.length === 0) return undefined;
  return { path, source, declarations: declareLines(sections, place), isCode: true };
}

function declareLines(sections: readonly StraightSection[], place: Place): readonly Declaration[] {
  return sections.map((section) => declareSection(section, clientValue, place, true));
}
