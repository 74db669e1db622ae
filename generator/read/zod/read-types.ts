import type { ts } from "ts-morph";
import type { SchemaModel } from "../../model/index.js";
import { ownCalls } from "../source/brand-calls.js";
import type { SourceCall } from "../source/follow.js";
import type { Syntax } from "../source/syntax.js";
import type { PartReader } from "./part-reader.js";
import type { SchemaPosition } from "./schema-position.js";
import type { ZodSchema } from "./zod-schema.js";

/**
 * The types of a schema that do not follow from its kind, because the source says more of them than the schema
 * keeps: `z.string<Id>()`, `z.coerce.number<string>()`, the enum of a `z.enum(Level)`, `.refine(isLevel)`.
 */
export function readTypes(
  schema: ZodSchema,
  model: SchemaModel,
  at: SchemaPosition,
  reader: PartReader,
): SchemaModel["types"] {
  const calls = ownCalls(at.source, schema._zod.def.type);
  const maker = calls.at(-1);
  if (maker === undefined || !typed.has(model.kind)) {
    return undefined;
  }
  if (model.kind === "enum") {
    if (!isNamedEnum(at, maker)) {
      return narrowed(at, calls, model, reader);
    }
    const yields = reader.askOutput(at);
    return { accepts: yields, yields };
  }
  if ("coerce" in model && maker.typeArguments.length > 0) {
    const accepts = reader.askInput(at);
    return model.coerce ? { accepts } : { accepts, yields: accepts };
  }
  if (model.kind === "readonly" && isConverted(model.inner)) {
    return { yields: reader.askOutput(at) };
  }
  return narrowed(at, calls, model, reader);
}

/** Whether only the compiler knows what `readonly` makes of the type. */
function isConverted(schema: SchemaModel): boolean {
  switch (schema.kind) {
    case "transform":
    case "unknown":
      return true;
    case "union":
      return schema.options.some(isConverted);
    case "optional":
    case "nullable":
    case "nonoptional":
    case "default":
    case "prefault":
    case "catch":
      return isConverted(schema.inner);
    default:
      return false;
  }
}

/** Kinds that are not typed by the compiler anyway. */
const typed: ReadonlySet<string> = new Set([
  "any",
  "array",
  "bigint",
  "blob",
  "boolean",
  "bytes",
  "catch",
  "date",
  "default",
  "enum",
  "intersection",
  "literal",
  "map",
  "nullable",
  "number",
  "object",
  "optional",
  "prefault",
  "readonly",
  "record",
  "set",
  "string",
  "template_literal",
  "tuple",
  "union",
  "unknown",
]);

/** Whether the values of an enum are those of something else than a literal: perhaps a TypeScript `enum`. */
function isNamedEnum({ source }: SchemaPosition, { name, arguments: values }: SourceCall): boolean {
  if ((name !== "enum" && name !== "nativeEnum") || values[0] === undefined) {
    return false;
  }
  const { node } = source.follow(values[0]);
  return !source.ts.isArrayLiteralExpression(node) && !source.ts.isObjectLiteralExpression(node);
}

/** `.refine((value): value is Level => …)` narrows the type; TypeScript infers some such functions itself. */
function narrowed(
  at: SchemaPosition,
  calls: readonly SourceCall[],
  model: SchemaModel,
  reader: PartReader,
): SchemaModel["types"] {
  const mayNarrow = calls.some(
    ({ name, arguments: [check] }) =>
      name === "refine" && check !== undefined && isGuard(check.node, at.source.ts),
  );
  return model.customChecks !== undefined && mayNarrow ? { yields: reader.askOutput(at) } : undefined;
}

function isGuard(node: ts.Node, parser: Syntax): boolean {
  if (!parser.isArrowFunction(node) && !parser.isFunctionExpression(node)) {
    return parser.isIdentifier(node);
  }
  if (node.type !== undefined) {
    return parser.isTypePredicateNode(node.type);
  }
  const [parameter] = node.parameters;
  if (parameter === undefined || !parser.isIdentifier(parameter.name)) {
    return false;
  }
  const value = parameter.name.text.replace(/\$/g, "\\$");
  return new RegExp(
    `typeof ${value}\\b|(?<![\\w$.])${value} (?:instanceof|[!=]==?) |[!=]==? ${value}(?![\\w$.[(])|\\w\\(${value}\\)|!!${value}(?![\\w$.[(])`,
  ).test(node.body.getText());
}
