import type { ChannelModel } from "../model/index.js";
import type { Layout, NameLayout } from "./layout.js";

/** Where the types of named schemas, and on the client their checks, are emitted. */
export const schemasSpecifier = "./schemas.js";
/** Where the server's checks of named schemas are emitted. */
export const schemaChecksSpecifier = "./schemas.checks.js";
export const serverSpecifier = "wirepact/server";
export const clientSpecifier = "wirepact/client";

/** A name that the emitted file imports. The same name is the same object: files hold thousands of a few. */
export function importName(name: string, from: string, isType: boolean): NameLayout {
  const kind = isType ? importedTypes : importedValues;
  const ofModule = kind.get(from) ?? new Map<string, NameLayout>();
  kind.set(from, ofModule);
  const layout = ofModule.get(name) ?? { kind: "name", role: "import", name, from, isType };
  ofModule.set(name, layout);
  return layout;
}

const importedTypes = new Map<string, Map<string, NameLayout>>();
const importedValues = new Map<string, Map<string, NameLayout>>();

/** A contract's channel, as the value that the file exports. */
export function importChannel({ name, exportedAs, place }: ChannelModel, toRoot: string): Layout {
  const from = contractSpecifier(place.file, toRoot);
  if (exportedAs === undefined) return importName(name, from, false);
  return { kind: "name", role: "import", name: exportedAs, from, isType: false, alias: name };
}

/** A type of the language, which a name of the contract may hide. */
export function globalName(name: string): Layout {
  return { kind: "name", role: "global", name, from: "", isType: true };
}

/** A type parameter, which a name of the contract may hide. */
export function typeParameter(name: string): Layout {
  return { kind: "name", role: "parameter", name, from: "", isType: true };
}

/** The type parameter for what `connect` returned. */
export const sessionParameter: Layout = typeParameter("Session");

/**
 * The specifier of a contract file from the output folder: `../../contracts/chat.js`. A package's name is
 * its own specifier.
 */
export function contractSpecifier(file: string, toRoot: string): string {
  if (!/\.[cm]?[jt]sx?$/.test(file)) return file;
  return `${toRoot}/${file.replace(/\.([cm]?)tsx?$/, ".$1js")}`;
}
