import type { ChannelModel, ContractModel, Place, Problem } from "../model/index.js";
import { clientModules } from "./emit-client.js";
import { serverModules } from "./emit-server.js";
import { schemasSpecifier } from "./emitted-name.js";
import { printLayout } from "./layout.js";
import { compareTexts, type Declaration, type Module } from "./module.js";
import { channelNames } from "./names.js";
import { namesFrom } from "./names-from.js";

/** The files that every output has besides those of its channels. */
const ownFiles: ReadonlySet<string> = new Set(["sockets.ts", "schemas.ts"]);

/** The files of both sides, before they are text. */
export interface OutputModules {
  readonly server: readonly Module[];
  /** Of each client. */
  readonly clients: readonly (readonly Module[])[];
}

/**
 * Finds names that two different things would be emitted under, in one file of either side, and files that
 * two channels would share. Equal types under one name are no clash.
 *
 * @param outputs - What is made from the model. Default a server and one client.
 */
export function checkEmittedNames(
  model: ContractModel,
  publisher = false,
  outputs: OutputModules = bothSides(model, publisher),
): readonly Problem[] {
  const found = [
    ...checkFiles(model.channels, publisher),
    ...checkModules(outputs.server, outputs.server),
    ...outputs.clients.flatMap((client) => checkModules(client, [...outputs.server, ...client])),
  ];
  // The two sides tell of most clashes twice.
  const distinct = new Map(found.map((problem) => [`${place(problem.place)} ${problem.message}`, problem]));
  return [...distinct.values()];
}

function bothSides(model: ContractModel, publisher: boolean): OutputModules {
  const options = { toRoot: "../..", publisher };
  return { server: serverModules(model, options), clients: [clientModules(model, options)] };
}

function checkFiles(channels: readonly ChannelModel[], publisher: boolean): readonly Problem[] {
  const byFile = new Map<string, ChannelModel>();
  return channels.flatMap((channel): readonly Problem[] => {
    const { file } = channelNames(channel);
    const other = byFile.get(file);
    byFile.set(file, other ?? channel);
    const mend = "Rename the channel's export.";
    if (ownFiles.has(file) || (publisher && file === "publisher.ts")) {
      const message = `\`${channel.name}\`: its file would be \`${file}\`, which every output has already`;
      return [{ code: "WP2008", place: channel.place, message, mend }];
    }
    if (other === undefined) return [];
    const message = `\`${channel.name}\`: its file would be \`${file}\`, as that of \`${other.name}\` (${place(other.place)})`;
    return [{ code: "WP2008", place: channel.place, message, mend: "Rename one of the two exports." }];
  });
}

/** The names of some modules, and of the schemas that they import from any of `all`. */
function checkModules(modules: readonly Module[], all: readonly Module[]): readonly Problem[] {
  const schemas = all.filter(({ path }) => path === "schemas.ts").flatMap(({ declarations }) => declarations);
  return modules.flatMap((module) => {
    if (importsSchemas(module)) {
      return checkModule(module, schemas);
    }
    const known = checkedAlone.get(module) ?? checkModule(module, []);
    checkedAlone.set(module, known);
    return known;
  });
}

/** What was found in modules that import no schemas: nothing else goes into it. */
const checkedAlone = new WeakMap<Module, readonly Problem[]>();

function importsSchemas(module: Module): boolean {
  return module.path !== "schemas.ts" && namesFrom(module, schemasSpecifier).length > 0;
}

function checkModule(module: Module, schemas: readonly Declaration[]): readonly Problem[] {
  const imported = new Set(importsSchemas(module) ? namesFrom(module, schemasSpecifier) : []);
  const byName = new Map<string, Declaration>();
  for (const declaration of schemas)
    if (imported.has(declaration.name)) byName.set(declaration.name, declaration);
  return module.declarations.flatMap((declaration): readonly Problem[] => {
    const other = byName.get(declaration.name);
    if (other === undefined) {
      byName.set(declaration.name, declaration);
      return [];
    }
    return textOf(other) === textOf(declaration) ? [] : [clash(declaration, other, module)];
  });
}

function textOf({ text }: Declaration): string {
  return printLayout(text, { spell: ({ from, name }) => `${from === schemasSpecifier ? "" : from} ${name}` });
}

function clash(one: Declaration, other: Declaration, module: Module): Problem {
  const [first, second] = [other, one].sort(comparePlaces);
  return {
    code: "WP2008",
    place: second?.place ?? one.place,
    message: `\`${one.name}\` would be the name of two things in ${module.path}: of ${second?.origin}, and of ${first?.origin} (${place(first?.place)})`,
    mend: "Rename one of the two, or export the schema under a name of its own.",
  };
}

function comparePlaces({ place: left }: Declaration, { place: right }: Declaration): number {
  return compareTexts(left.file, right.file) || left.line - right.line || left.column - right.column;
}

function place(at: Place | undefined): string {
  return at === undefined ? "" : `${at.file}:${at.line}:${at.column}`;
}
