import type { FieldModel, LiteralValue, SchemaModel, TypeText } from "../model/index.js";
import { emitDocs } from "./emit-docs.js";
import { emitKey, emitNumber, emitString } from "./emit-literal.js";
import { contractSpecifier, globalName, importName, schemasSpecifier } from "./emitted-name.js";
import { group, hardLine, ifBroken, indent, join, type Layout, line, softLine } from "./layout.js";
import { initName } from "./names.js";
import { reaches, type SchemaTable, type Side } from "./schema-table.js";
import {
  emitElement,
  emitUnion,
  intersection,
  type Member,
  type Members,
  union,
  unionParts,
} from "./union-members.js";

/** What every type of one output is made with. */
export interface TypeContext {
  readonly table: SchemaTable;
  /** From the output folder to the project's root: `../..`. */
  readonly toRoot: string;
}

/** The TypeScript type of a schema, as one side sees it. */
export function emitType(schema: SchemaModel, side: Side, context: TypeContext): Layout {
  return emitUnion(membersOf(schema, side, context));
}

/** The same as a declaration of a name: an `interface` for an object, else an alias. */
export function emitTypeDeclaration(
  name: string,
  schema: SchemaModel,
  side: Side,
  context: TypeContext,
): Layout {
  if (schema.kind === "object") {
    return [
      "export interface ",
      name,
      " {",
      indent([hardLine, join(hardLine, fieldLines(schema, side, context))]),
      hardLine,
      "}",
    ];
  }
  const members = membersOf(schema, side, context);
  if (members.length < 2) return ["export type ", name, " = ", emitUnion(members), ";"];
  return ["export type ", name, " =", group(indent([line, unionParts(members)])), ";"];
}

function membersOf(schema: SchemaModel, side: Side, context: TypeContext): Members {
  const inner = (part: SchemaModel): Members => membersOf(part, side, context);
  switch (schema.kind) {
    case "string":
    case "number":
    case "boolean":
      return [{ layout: schema.coerce && side === "accepts" ? "unknown" : schema.kind }];
    case "null":
    case "undefined":
    case "never":
      return [{ layout: schema.kind }];
    case "any":
      return [{ layout: "unknown" }];
    case "unknown":
      return [schema.type === undefined ? { layout: "unknown" } : emitTypeText(schema.type, context)];
    case "literal":
    case "enum":
      return schema.values.length === 0
        ? [{ layout: "never" }]
        : union(schema.values.map((value) => ({ layout: emitValue(value) })));
    case "template_literal":
      return [{ layout: schema.type }];
    case "object":
      return [{ layout: emitObjectType(schema, side, context) }];
    case "array":
      return [{ layout: [emitElement(inner(schema.item)), "[]"] }];
    case "tuple":
      return [{ layout: emitTuple(schema, side, context) }];
    case "record":
      return [{ layout: emitRecord(schema, side, context) }];
    case "union":
      return union(schema.options.flatMap(inner));
    case "intersection":
      return intersection(inner(schema.left), inner(schema.right));
    case "optional":
      return schema.exact ? inner(schema.inner) : union([...inner(schema.inner), { layout: "undefined" }]);
    case "nullable":
      return union([...inner(schema.inner), { layout: "null" }]);
    case "readonly":
      return emitReadonly(schema.inner, side, context);
    case "nonoptional":
      return withoutUndefined(schema.inner, side, context);
    case "default":
      return side === "accepts"
        ? union([...inner(schema.inner), { layout: "undefined" }])
        : withoutUndefined(schema.inner, side, context);
    case "prefault":
      return side === "accepts"
        ? union([...inner(schema.inner), { layout: "undefined" }])
        : inner(schema.inner);
    case "catch":
      return inner(schema.inner);
    case "transform":
      return side === "accepts" ? inner(schema.accepts) : [emitTypeText(schema.yields, context)];
    case "reference": {
      const name =
        side === "accepts" && context.table.hasTwoTypes(schema.id) ? initName(schema.id) : schema.id;
      return [{ layout: importName(name, schemasSpecifier, true) }];
    }
    case "bigint":
      return [{ layout: schema.coerce && side === "accepts" ? "unknown" : "bigint" }];
    case "date":
      return [{ layout: schema.coerce && side === "accepts" ? "unknown" : "Date" }];
    case "nan":
      return [{ layout: "number" }];
    case "stringbool":
      return [{ layout: "boolean" }];
    case "bytes":
    case "map":
    case "set":
    case "codec":
    case "unsupported":
      // Never written: the run ends with the problem that says so.
      return [{ layout: "unknown" }];
    default:
      return schema satisfies never;
  }
}

function emitValue(value: LiteralValue): string {
  if (typeof value === "object" && value !== null) return `${value.bigint}n`;
  if (typeof value === "string") return emitString(value);
  return typeof value === "number" ? emitNumber(value) : String(value);
}

function emitObjectType(schema: SchemaModel & { kind: "object" }, side: Side, context: TypeContext): Layout {
  const lines = fieldLines(schema, side, context);
  // Comments within carry hard lines, which break the group.
  return group([
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
}

/** On one line the last field goes without its semicolon. */
function trimLast(entry: Layout, isLast: boolean): Layout {
  return isLast && Array.isArray(entry) ? [...entry.slice(0, -1), ifBroken(";")] : entry;
}

/** The fields with their comments, then the rest of the keys. Each ends with its semicolon. */
function fieldLines(
  schema: SchemaModel & { kind: "object" },
  side: Side,
  context: TypeContext,
): readonly Layout[] {
  const lines = schema.fields.map((field) => emitField(field, side, context));
  const rest = restMembers(schema, side, context);
  return rest === undefined ? lines : [...lines, [["[key: string]: ", emitUnion(rest)], ";"]];
}

function emitField(field: FieldModel, side: Side, context: TypeContext): Layout {
  const isOptional = context.table.isOptional(field.schema, side);
  const docs =
    field.docs === undefined
      ? []
      : emitDocs({ docs: field.docs, place: field.place, toRoot: context.toRoot });
  return [docs, emitKey(field.name), isOptional ? "?: " : ": ", emitType(field.schema, side, context), ";"];
}

/**
 * The type of keys that no field declares. An index signature has to admit the declared fields too, so with
 * a catchall it is the union of all of them.
 */
function restMembers(
  schema: SchemaModel & { kind: "object" },
  side: Side,
  context: TypeContext,
): Members | undefined {
  if (schema.unknownKeys === "loose") return [{ layout: "unknown" }];
  if (schema.unknownKeys === "catchall" && schema.catchall !== undefined) {
    const fields = schema.fields.flatMap((field) => [
      ...membersOf(field.schema, side, context),
      ...(context.table.isOptional(field.schema, side) ? [{ layout: "undefined" }] : []),
    ]);
    return union([...membersOf(schema.catchall, side, context), ...fields]);
  }
  // An interface without a field would admit anything.
  return schema.fields.length === 0 ? [{ layout: "never" }] : undefined;
}

function emitTuple(schema: SchemaModel & { kind: "tuple" }, side: Side, context: TypeContext): Layout {
  const required = schema.items.findLastIndex((item) => !context.table.isOptional(item, side)) + 1;
  const items = schema.items.map((item, index) => {
    const members = membersOf(item, side, context);
    return index < required ? emitUnion(members) : [emitElement(members), "?"];
  });
  const rest =
    schema.rest === undefined ? [] : [["...", emitElement(membersOf(schema.rest, side, context)), "[]"]];
  const parts = [...items, ...rest];
  if (parts.length === 0) return "[]";
  return group(["[", indent([softLine, join([",", line], parts)]), ifBroken(","), softLine, "]"]);
}

function emitRecord(schema: SchemaModel & { kind: "record" }, side: Side, context: TypeContext): Layout {
  const key = emitType(schema.key, side, context);
  const value = emitType(schema.value, side, context);
  if (schema.mode === "loose") return ["{ [key: string]: ", "unknown", " }"];
  if (!hasKnownKeys(schema.key, context))
    return group([
      "{",
      indent([line, "[key: ", indexKey(schema.key, side, context), "]: ", value, ifBroken(";")]),
      line,
      "}",
    ]);
  const isPartial =
    schema.mode === "partial" || (side === "accepts" && context.table.isOptional(schema.value, side));
  return group([
    "{",
    indent([line, "[key in ", key, isPartial ? "]?: " : "]: ", value, ifBroken(";")]),
    line,
    "}",
  ]);
}

function hasKnownKeys(key: SchemaModel, { table }: TypeContext): boolean {
  const isOpen = (part: SchemaModel): boolean =>
    part.kind === "string" || part.kind === "number" || part.kind === "template_literal";
  return !reaches(key, table.get, isOpen);
}

/** The key of an index signature: an alias of `string` is one, a union or a coerced key is not. */
function indexKey(key: SchemaModel, side: Side, context: TypeContext): Layout {
  const members = membersOf(key, side, context);
  const [first] = members;
  return first !== undefined && members.length === 1 && key.kind !== "union" && first.layout !== "unknown"
    ? first.layout
    : "string";
}

function emitReadonly(inner: SchemaModel, side: Side, context: TypeContext): Members {
  const members = membersOf(inner, side, context);
  if (inner.kind === "array" || inner.kind === "tuple") {
    return members.map(({ layout }) => ({ layout: ["readonly ", layout], isCompound: true }));
  }
  const isFlat = !reaches(inner, context.table.get, (part) => mayBeReadonly(part));
  return isFlat ? members : [{ layout: [globalName("Readonly"), "<", emitUnion(members), ">"] }];
}

function mayBeReadonly({ kind }: SchemaModel): boolean {
  return (
    kind === "object" || kind === "array" || kind === "tuple" || kind === "record" || kind === "transform"
  );
}

function withoutUndefined(inner: SchemaModel, side: Side, context: TypeContext): Members {
  if (inner.kind === "reference" && context.table.isOptional(inner, side)) {
    return withoutUndefined(context.table.get(inner.id).schema, side, context);
  }
  const defined = membersOf(inner, side, context).filter(({ layout }) => layout !== "undefined");
  return defined.length === 0 ? [{ layout: "never" }] : defined;
}

/** Text of the compiler with the names in it replaced by names that are imported. */
function emitTypeText({ text, imports }: TypeText, context: TypeContext): Member {
  const sources = new Map(imports.map(({ name, from }) => [name, from]));
  const pieces = text.split(
    /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?<![\p{ID_Continue}$.])[\p{ID_Start}$_][\p{ID_Continue}$]*)/u,
  );
  const layout = pieces.map((piece): Layout => {
    const from = sources.get(piece);
    return from === undefined ? piece : importName(piece, contractSpecifier(from, context.toRoot), true);
  });
  return { layout, isCompound: /[|&?]|=>|^(keyof|typeof|readonly|unique) /.test(text) };
}
