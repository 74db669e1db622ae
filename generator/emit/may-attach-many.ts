import { maxAttachments } from "../../contracts/wire/attachments.js";
import { partsOf, type SchemaModel } from "../model/index.js";
import { isOpaque, reaches, type SchemaTable } from "./schema-table.js";

/** Whether a payload may hold more binary values than a packet carries, so that they have to be counted. */
export function mayAttachMany(schema: SchemaModel, table: SchemaTable): boolean {
  return mostAttachments(schema, table, new Set()) > maxAttachments;
}

/** Whether a payload may hold a binary value at all. */
export function mayAttach(schema: SchemaModel, table: SchemaTable): boolean {
  return isOpaque(schema, table) || reaches(schema, table.get, isAttached);
}

function isAttached({ kind }: SchemaModel): boolean {
  return kind === "bytes" || kind === "blob";
}

/** An upper bound; infinite where the schema sets none. */
function mostAttachments(schema: SchemaModel, table: SchemaTable, within: ReadonlySet<string>): number {
  const most = (part: SchemaModel) => mostAttachments(part, table, within);
  const sum = (parts: readonly SchemaModel[]) => parts.reduce((total, part) => total + most(part), 0);
  if (!reaches(schema, table.get, isAttached)) return 0;
  switch (schema.kind) {
    case "blob":
    case "bytes":
      return 1;
    case "array":
    case "set":
    case "map":
      return longest(schema) * sum(partsOf(schema));
    case "record":
      return Number.POSITIVE_INFINITY;
    case "object":
      return schema.catchall && most(schema.catchall) > 0 ? Number.POSITIVE_INFINITY : sum(partsOf(schema));
    case "tuple":
      return schema.rest && most(schema.rest) > 0 ? Number.POSITIVE_INFINITY : sum(schema.items);
    case "union":
      return Math.max(...schema.options.map(most));
    case "codec":
      return most(schema.wire);
    case "reference":
      // One that holds itself may do so any number of times.
      if (within.has(schema.id)) return Number.POSITIVE_INFINITY;
      return mostAttachments(table.get(schema.id).schema, table, new Set([...within, schema.id]));
    default:
      return sum(partsOf(schema));
  }
}

function longest({ checks }: SchemaModel & { readonly kind: "array" | "set" | "map" }): number {
  const bounds = checks.flatMap((check) => (check.kind === "min_length" ? [] : [check.value]));
  return Math.min(Number.POSITIVE_INFINITY, ...bounds);
}
