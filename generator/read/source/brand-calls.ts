import type { SourceCall } from "./follow.js";
import type { SchemaSource } from "./schema-source.js";

/** Kinds of zod that are made from another schema, by the names of what makes them. */
const wrappers: ReadonlyMap<string, string> = new Map([
  ["optional", "optional"],
  ["exactOptional", "optional"],
  ["nullish", "optional"],
  ["nullable", "nullable"],
  ["nonoptional", "nonoptional"],
  ["default", "default"],
  ["_default", "default"],
  ["prefault", "prefault"],
  ["catch", "catch"],
  ["readonly", "readonly"],
  ["array", "array"],
  ["or", "union"],
  ["union", "union"],
  ["discriminatedUnion", "union"],
  ["xor", "union"],
  ["and", "intersection"],
  ["intersection", "intersection"],
  ["pipe", "pipe"],
  ["transform", "pipe"],
  ["codec", "pipe"],
  ["preprocess", "pipe"],
  ["lazy", "lazy"],
]);
const wrapperKinds: ReadonlySet<string> = new Set(wrappers.values());

/** Methods that make an object's schema from another one's. */
const objectMethods: ReadonlySet<string> = new Set([
  "extend",
  "safeExtend",
  "merge",
  "pick",
  "omit",
  "partial",
  "required",
  "catchall",
  "strict",
  "strip",
  "loose",
  "passthrough",
]);

/**
 * The calls of a chain that speak of one and the same schema: from the last one down to the one that made it.
 * None where the source shows another schema, as it does for the optional fields that `.partial()` makes.
 */
export function ownCalls(source: SchemaSource, kind: string): readonly SourceCall[] {
  const own = upToMaker(source.chain);
  const maker = own.at(-1)?.name ?? "";
  const madeKind = wrappers.get(maker);
  const isOther =
    madeKind === undefined
      ? wrapperKinds.has(kind) || (objectMethods.has(maker) && kind !== "object")
      : madeKind !== kind && !(maker === "transform" && kind === "transform");
  return isOther ? [] : own;
}

/** The `.brand()`s among calls, innermost first. */
export function brandCalls(calls: readonly SourceCall[]): readonly SourceCall[] {
  return calls
    .filter((call) => call.name === "brand" && call.receiver !== undefined)
    .filter((call) => call.typeArguments.length + call.arguments.length > 0)
    .toReversed();
}

/** The brands of a schema as text; undefined where the source does not lead to what makes the schema. */
export function brandKeyOf(source: SchemaSource): string | undefined {
  const own = upToMaker(source.chain);
  const brands = brandCalls(own).map((call) =>
    [...call.typeArguments, ...call.arguments].map(({ file, node }) => node.getText(file.ast)).join(),
  );
  const last = own.at(-1);
  const isWhole = last !== undefined && isMaker(last);
  return isWhole || brands.length > 0 ? brands.join(" & ") : undefined;
}

function upToMaker(chain: readonly SourceCall[]): readonly SourceCall[] {
  const maker = chain.findIndex(isMaker);
  return maker < 0 ? chain : chain.slice(0, maker + 1);
}

function isMaker({ name, receiver }: SourceCall): boolean {
  return receiver === undefined || wrappers.has(name) || objectMethods.has(name);
}
