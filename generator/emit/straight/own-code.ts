import { type NamedSchema, partsOf, type SchemaModel } from "../../model/index.js";
import type { Resolve } from "./absence.js";

/** Whether the schema or a part of it holds the author's own code: checks, a transform, a codec. */
export function holdsOwnCode(schema: SchemaModel, named: readonly NamedSchema[]): boolean {
  const table = new Map(named.map((entry) => [entry.id, entry.schema]));
  // A name that stands for nothing holds nothing.
  const resolve = (part: SchemaModel) => (part.kind === "reference" ? (table.get(part.id) ?? nothing) : part);
  return look(schema, resolve, new Set());
}

/** Whether code of the author's has to be run by zod itself; a codec alone has not. */
export function needsZod(schema: SchemaModel, named: readonly NamedSchema[]): boolean {
  const table = new Map(named.map((entry) => [entry.id, entry.schema]));
  const resolve = (part: SchemaModel) => (part.kind === "reference" ? (table.get(part.id) ?? nothing) : part);
  return look(schema, resolve, new Set(), isZods);
}

/** The same, with references followed by a printer. */
export function holdsOwnCodeIn(schema: SchemaModel, printer: { readonly resolve: Resolve }): boolean {
  return look(schema, printer.resolve, new Set());
}

const nothing: SchemaModel = { kind: "never" };

function isZods(schema: SchemaModel): boolean {
  return (schema.customChecks ?? 0) > 0 || schema.kind === "transform";
}

function isOwn(schema: SchemaModel): boolean {
  return isZods(schema) || schema.kind === "codec";
}

function look(schema: SchemaModel, resolve: Resolve, seen: Set<string>, holds = isOwn): boolean {
  if (holds(schema)) return true;
  if (schema.kind !== "reference") return partsOf(schema).some((part) => look(part, resolve, seen, holds));
  if (seen.has(schema.id)) return false;
  seen.add(schema.id);
  return look(resolve(schema), resolve, seen, holds);
}
