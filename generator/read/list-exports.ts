import { basename } from "node:path/posix";
import { camelCase } from "../emit/names.js";
import type { LoadedFile, LoadedGroup } from "../load/loaded-contracts.js";
import type { Place } from "../model/index.js";
import type { ContractSource, DeclaredExport } from "./source/contract-source.js";
import { SchemaSource } from "./source/schema-source.js";

/** A value that a contract file exports. */
export interface ContractExport {
  readonly file: string;
  /** As other files import it: `default` for a default export. */
  readonly exportName: string;
  /** What it is called: a default export takes its file's name. */
  readonly name: string;
  readonly value: unknown;
  readonly place: Place;
  readonly declared?: DeclaredExport;
}

/**
 * Every export of the contracts, each value once. A value that is exported several times goes by the first
 * name in the file that declares it; without such a file, by the first one there is. Files count in the order
 * of their paths, names in the order of their declarations.
 */
export function listExports(loaded: LoadedGroup, source: ContractSource): readonly ContractExport[] {
  const all = loaded.files.flatMap((file) => exportsOf(file, source));
  const ranked = [
    ...all.filter(({ declared }) => declared?.isOwn === true),
    ...all.filter(({ declared }) => declared?.isOwn !== true),
  ];
  // `.brand()` gives back the schema that it is called on: one value, and two types.
  const brandsOf = new Map<unknown, Set<string>>();
  return ranked.filter(({ value, declared }) => {
    const brand = declared?.value === undefined ? "" : new SchemaSource(source, declared.value).brandKey;
    const known = brandsOf.get(value) ?? new Set();
    brandsOf.set(value, known);
    const isNew = !known.has(brand ?? "");
    known.add(brand ?? "");
    return isNew;
  });
}

function exportsOf(file: LoadedFile, source: ContractSource): ContractExport[] {
  const text = source.file(file.path);
  return Object.entries(file.exports)
    .map(([exportName, value]): ContractExport => {
      const declared = text === undefined ? undefined : source.exportOf(text, exportName);
      const isHere = declared !== undefined && declared.name.file === text;
      return {
        file: file.path,
        exportName,
        name: exportName === "default" ? nameOfFile(file.path) : exportName,
        value,
        // The place of what is declared elsewhere is still this file's: it is this one that others import.
        place: isHere ? source.placeOf(declared.name) : { file: file.path, line: 1, column: 1 },
        ...(declared === undefined ? {} : { declared }),
      };
    })
    .sort((left, right) => left.place.line - right.place.line || left.place.column - right.place.column);
}

/** `contracts/user-events.ts` is called `userEvents`. */
function nameOfFile(path: string): string {
  return camelCase(basename(path).replace(/\.[a-z]+$/, ""));
}
