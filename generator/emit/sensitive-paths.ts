import { partsOf, type SchemaModel } from "../model/index.js";
import type { SchemaTable } from "./schema-table.js";

/** From a payload to something in it; `null` stands for every item, entry or undeclared key. */
export type SensitivePath = readonly (string | number | null)[];

/**
 * Where a payload is sensitive, outermost places only. What cannot be looked into is sensitive as a whole when a part of it is:
 * what the author's code makes of it, a record by its keys, a schema that holds itself.
 */
export function sensitivePaths(schema: SchemaModel, table: SchemaTable): readonly SensitivePath[] {
  const found = pathsIn(schema, table, []);
  const distinct = [...new Map(found.map((path) => [JSON.stringify(path), path])).values()];
  return distinct.filter((path) => !distinct.some((other) => other !== path && leadsTo(other, path)));
}

/** Whether `path` is a place at or within that of `outer`. */
function leadsTo(outer: SensitivePath, path: SensitivePath): boolean {
  return outer.length <= path.length && outer.every((step, index) => step === null || step === path[index]);
}

function pathsIn(
  schema: SchemaModel,
  table: SchemaTable,
  above: readonly string[],
): readonly SensitivePath[] {
  if (schema.isSensitive) return [[]];
  const within = (step: string | number | null, part: SchemaModel) =>
    pathsIn(part, table, above).map((path) => [step, ...path]);
  switch (schema.kind) {
    case "object":
      return [
        ...schema.fields.flatMap(({ name, schema: field }) => within(name, field)),
        ...(schema.catchall === undefined ? [] : within(null, schema.catchall)),
      ];
    case "array":
    case "set":
      return within(null, schema.item);
    case "tuple":
      return [
        ...schema.items.flatMap((item, index) => within(index, item)),
        ...(schema.rest === undefined ? [] : within(null, schema.rest)),
      ];
    case "record":
    case "map":
      return isSensitiveWithin(schema.key, table, []) ? [[]] : within(null, schema.value);
    case "transform":
    case "codec":
      return partsOf(schema).some((part) => isSensitiveWithin(part, table, [])) ? [[]] : [];
    case "reference":
      if (above.includes(schema.id)) return isSensitiveWithin(schema, table, []) ? [[]] : [];
      return pathsIn(table.get(schema.id).schema, table, [...above, schema.id]);
    default:
      return partsOf(schema).flatMap((part) => pathsIn(part, table, above));
  }
}

/** Whether anything in it is sensitive. */
function isSensitiveWithin(schema: SchemaModel, table: SchemaTable, above: readonly string[]): boolean {
  if (schema.isSensitive) return true;
  if (schema.kind !== "reference") {
    return partsOf(schema).some((part) => isSensitiveWithin(part, table, above));
  }
  if (above.includes(schema.id)) return false;
  return isSensitiveWithin(table.get(schema.id).schema, table, [...above, schema.id]);
}
