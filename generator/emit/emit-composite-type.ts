import type { FieldModel, SchemaModel } from "../model/index.js";
import { describeSensitivity } from "./describe-sensitivity.js";
import { emitDocs } from "./emit-docs.js";
import { emitKey } from "./emit-literal.js";
import { group, ifBroken, indent, join, type Layout, line, softLine } from "./layout.js";
import { hasKnownKeys, type SchemaTable, type Side } from "./schema-table.js";
import { emitElement, emitUnion, type Member, type Members, readonlyOf, union } from "./union-members.js";

/** What the types of schemas with parts are made with. */
export interface PartTypes {
  readonly side: Side;
  readonly table: SchemaTable;
  /** From the output folder to the project's root: `../..`. */
  readonly toRoot: string;
  /** The type of a part. */
  readonly of: (part: SchemaModel) => Members;
}

/** An object's type on one line where it fits. */
export function objectMember(schema: SchemaModel & { kind: "object" }, types: PartTypes): Member {
  const lines = fieldLines(schema, types);
  // Comments within carry hard lines, which break the group.
  const layout = group([
    "{",
    indent([
      line,
      join(
        line,
        lines.map((entry, index) => trimLast(entry, index === lines.length - 1)),
      ),
    ]),
    line,
    "}",
  ]);
  return { layout, asReadonly: () => readonlyOf(layout) };
}

/** On one line the last field goes without its semicolon. */
function trimLast(entry: Layout, isLast: boolean): Layout {
  return isLast && Array.isArray(entry) ? [...entry.slice(0, -1), ifBroken(";")] : entry;
}

/** The fields with their comments, then the rest of the keys. Each ends with its semicolon. */
export function fieldLines(schema: SchemaModel & { kind: "object" }, types: PartTypes): readonly Layout[] {
  const lines = schema.fields.map((field) => emitField(field, types));
  const rest = restMembers(schema, types);
  return rest === undefined ? lines : [...lines, [["[key: string]: ", emitUnion(rest)], ";"]];
}

function emitField(field: FieldModel, { table, side, toRoot, of }: PartTypes): Layout {
  const isOptional = table.isOptional(field.schema, side);
  const note = describeSensitivity(field.schema);
  const docs =
    field.docs === undefined
      ? emitDocs({ note, toRoot })
      : emitDocs({ docs: field.docs, place: field.place, note, toRoot });
  return [docs, emitKey(field.name), isOptional ? "?: " : ": ", emitUnion(of(field.schema)), ";"];
}

/**
 * The type of keys that no field declares. An index signature has to admit the declared fields too, so with
 * a catchall it is the union of all of them.
 */
function restMembers(
  schema: SchemaModel & { kind: "object" },
  { table, side, of }: PartTypes,
): Members | undefined {
  if (schema.unknownKeys === "loose") return [{ layout: "unknown" }];
  if (schema.unknownKeys === "catchall" && schema.catchall !== undefined) {
    const fields = schema.fields.flatMap((field) => [
      ...of(field.schema),
      ...(table.isOptional(field.schema, side) ? [{ layout: "undefined" }] : []),
    ]);
    return union([...of(schema.catchall), ...fields]);
  }
  // An interface without a field would admit anything.
  return schema.fields.length === 0 ? [{ layout: "never" }] : undefined;
}

export function arrayMember(item: Members): Member {
  const layout = [emitElement(item), "[]"];
  return { layout, asReadonly: () => ["readonly ", layout] };
}

export function tupleMember(schema: SchemaModel & { kind: "tuple" }, { table, side, of }: PartTypes): Member {
  const required = schema.items.findLastIndex((item) => !table.isOptional(item, side)) + 1;
  const items = schema.items.map((item, index) => {
    const members = of(item);
    return index < required ? emitUnion(members) : [emitElement(members), "?"];
  });
  const rest = schema.rest === undefined ? [] : [["...", emitElement(of(schema.rest)), "[]"]];
  const parts = [...items, ...rest];
  const layout: Layout =
    parts.length === 0
      ? "[]"
      : group(["[", indent([softLine, join([",", line], parts)]), ifBroken(","), softLine, "]"]);
  if (required > 0) return { layout, asReadonly: () => ["readonly ", layout] };
  // zod takes a tuple that may be empty for an array.
  const all = union([
    ...[...schema.items, ...(schema.rest === undefined ? [] : [schema.rest])].flatMap(of),
    ...(schema.items.length === 0 ? [] : [{ layout: "undefined" }]),
  ]);
  const item = all.length === 0 ? [{ layout: "never" }] : all;
  return { layout, asReadonly: () => ["readonly ", emitElement(item), "[]"] };
}

export function recordMember(schema: SchemaModel & { kind: "record" }, types: PartTypes): Member {
  const layout = emitRecord(schema, types);
  return { layout, asReadonly: () => readonlyOf(layout) };
}

function emitRecord(schema: SchemaModel & { kind: "record" }, types: PartTypes): Layout {
  const { side, table, of } = types;
  if (!hasKnownKeys(schema.key, table.get)) {
    const key = indexKey(schema.key, types);
    const missing = schema.isPartial ? [{ layout: "undefined" }] : [];
    const value = emitUnion(union([...of(schema.value), ...missing]));
    return group(["{", indent([line, "[key: ", key, "]: ", value, ifBroken(";")]), line, "}"]);
  }
  const value = emitUnion(of(schema.value));
  const isPartial = schema.mode === "partial" || (side === "accepts" && table.isOptional(schema.value, side));
  return group([
    "{",
    indent([line, "[key in ", emitUnion(of(schema.key)), isPartial ? "]?: " : "]: ", value, ifBroken(";")]),
    line,
    "}",
  ]);
}

/** The key of an index signature: an alias of `string` is one, a union or a coerced key is not. */
function indexKey(key: SchemaModel, { of }: PartTypes): Layout {
  const members = of(key);
  const [first] = members;
  return first !== undefined && members.length === 1 && key.kind !== "union" && first.layout !== "unknown"
    ? first.layout
    : "string";
}
