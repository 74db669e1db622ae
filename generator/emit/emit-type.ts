import type { BytesArray, LiteralValue, SchemaModel, TypeText } from "../model/index.js";
import {
  arrayMember,
  fieldLines,
  objectMember,
  type PartTypes,
  recordMember,
  tupleMember,
} from "./emit-composite-type.js";
import { emitNumber, emitString } from "./emit-literal.js";
import { contractSpecifier, globalName, importName, schemasSpecifier } from "./emitted-name.js";
import { group, hardLine, indent, join, type Layout, line } from "./layout.js";
import { initName } from "./names.js";
import type { SchemaTable, Side } from "./schema-table.js";
import {
  emitUnion,
  intersection,
  type Member,
  type Members,
  readonlyMembers,
  readonlyOf,
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
  if (schema.kind === "object" && schema.types?.[side] === undefined && brandsOf(schema, side).length === 0) {
    return [
      "export interface ",
      name,
      " {",
      indent([hardLine, join(hardLine, fieldLines(schema, partTypes(side, context)))]),
      hardLine,
      "}",
    ];
  }
  const members = membersOf(schema, side, context);
  if (members.length < 2) return ["export type ", name, " = ", emitUnion(members), ";"];
  return ["export type ", name, " =", group(indent([line, unionParts(members)])), ";"];
}

function partTypes(side: Side, context: TypeContext): PartTypes {
  const ofContext = partTypesOf.get(context) ?? {};
  const types = ofContext[side] ?? { ...context, side, of: (part) => membersOf(part, side, context) };
  ofContext[side] = types;
  partTypesOf.set(context, ofContext);
  return types;
}

/** Asked for at each part of each schema. */
const partTypesOf = new WeakMap<TypeContext, Partial<Record<Side, PartTypes>>>();

function membersOf(schema: SchemaModel, side: Side, context: TypeContext): Members {
  const known = schema.types?.[side];
  const members = known === undefined ? membersOfKind(schema, side, context) : [emitTypeText(known, context)];
  return brandsOf(schema, side).reduce(
    (branded, brand) => intersection(branded, [emitTypeText(brand, context)]),
    members,
  );
}

function brandsOf(schema: SchemaModel, side: Side): readonly TypeText[] {
  return (schema.brands ?? []).filter(({ on }) => on === side || on === "both").map(({ type }) => type);
}

function membersOfKind(schema: SchemaModel, side: Side, context: TypeContext): Members {
  const types = partTypes(side, context);
  const inner = types.of;
  switch (schema.kind) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
      return [{ layout: schema.coerce && side === "accepts" ? "unknown" : schema.kind }];
    case "date":
      return [{ layout: schema.coerce && side === "accepts" ? "unknown" : globalName("Date") }];
    case "null":
    case "undefined":
    case "never":
      return [{ layout: schema.kind }];
    case "any":
      return [{ layout: "unknown" }];
    case "unknown":
      return [schema.type === undefined ? { layout: "unknown" } : emitTypeText(schema.type, context)];
    case "nan":
      return [{ layout: "number" }];
    case "stringbool":
      return [{ layout: "boolean" }];
    case "blob":
      return [{ layout: globalName(schema.expected === "Blob" ? "Blob" : "File") }];
    case "bytes":
      return [{ layout: bytesType(schema.array) }];
    case "literal":
    case "enum":
      return schema.values.length === 0
        ? [{ layout: "never" }]
        : union(schema.values.map((value) => ({ layout: emitValue(value) })));
    case "template_literal":
      return [{ layout: schema.type }];
    case "object":
      return [objectMember(schema, types)];
    case "array":
      return [arrayMember(inner(schema.item))];
    case "tuple":
      return [tupleMember(schema, types)];
    case "record":
      return [recordMember(schema, types)];
    case "map":
      return [collection("Map", [inner(schema.key), inner(schema.value)])];
    case "set":
      return [collection("Set", [inner(schema.item)])];
    case "union":
      return union(schema.options.flatMap(inner));
    case "intersection":
      return intersection(inner(schema.left), inner(schema.right));
    case "optional":
      return schema.exact ? inner(schema.inner) : union([...inner(schema.inner), { layout: "undefined" }]);
    case "nullable":
      return union([...inner(schema.inner), { layout: "null" }]);
    case "readonly":
      return readonlyMembers(inner(schema.inner));
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
    case "codec":
      return membersOf(schema.app, "yields", context);
    case "reference":
      return [referenceMember(schema.id, side, context)];
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

function collection(name: "Map" | "Set", parts: readonly Members[]): Member {
  const list = ["<", join(", ", parts.map(emitUnion)), ">"];
  return { layout: [globalName(name), list], asReadonly: () => [globalName(`Readonly${name}`), list] };
}

/** As the compiler has it for a new one: memory that is not shared. */
function bytesType(array: BytesArray): Layout {
  if (array === "ArrayBuffer") return globalName(array);
  const buffer: Layout =
    array === "DataView"
      ? [globalName("ArrayBufferLike"), " & { BYTES_PER_ELEMENT?: never }"]
      : globalName("ArrayBuffer");
  return [globalName(array), "<", buffer, ">"];
}

/** The name of a schema. What `Readonly` makes of it depends on what it stands for. */
function referenceMember(id: string, side: Side, context: TypeContext): Member {
  const { table } = context;
  const name = side === "accepts" && table.hasTwoTypes(id) ? initName(id) : id;
  const layout = importName(name, schemasSpecifier, true);
  const { schema } = table.get(id);
  return schema.kind === "object" || schema.kind === "record" || schema.kind === "intersection"
    ? { layout, asReadonly: () => readonlyOf(layout) }
    : { layout, asReadonly: () => emitUnion(readonlyMembers(membersOf(schema, side, context))) };
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
