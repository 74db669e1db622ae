import type { SchemaModel, TypeText } from "../../model/index.js";
import { isAsyncFunction } from "./read-checks.js";
import { readConstant } from "./read-constant.js";
import { partOf, type SchemaPosition, wrappedBy } from "./schema-position.js";
import { asyncCheck, textAsBoolean, twoWayCodec, unsupported } from "./unsupported-kinds.js";
import type { ZodSchema } from "./zod-schema.js";

/** What reading a conversion asks of the reader. */
export interface PartReader {
  readPart(schema: ZodSchema | undefined, position: SchemaPosition): SchemaModel;
  /** The type that a schema yields, from the compiler. */
  askOutput(position: SchemaPosition): TypeText;
}

const anything: SchemaModel = { kind: "unknown" };

/** A default whose value is the same each time; one that is computed anew is the author's own conversion. */
export function readDefault(
  schema: ZodSchema,
  kind: "default" | "prefault",
  at: SchemaPosition,
  reader: PartReader,
): SchemaModel {
  const { def } = schema._zod;
  const inner = reader.readPart(def.innerType, wrappedBy(at, kind, "_default"));
  const constant = readConstant(() => def.defaultValue);
  if (constant.kind === "constant") {
    return { kind, inner, value: constant.value };
  }
  if (inner.kind === "unsupported") {
    return inner;
  }
  if (constant.kind === "not_json") {
    const reason = "JSON has no form for it";
    return unsupported(`a default that is ${constant.what}`, reason, "set the value in the handler");
  }
  return {
    kind: "transform",
    accepts: { kind: "optional", inner, exact: false },
    yields: reader.askOutput(at),
  };
}

/** What a `.catch()` puts in the place of a bad value; computed from it, it is the author's own conversion. */
export function readCatch(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  const { def } = schema._zod;
  const inner = reader.readPart(def.innerType, wrappedBy(at, "catch", "_catch"));
  const constant = readConstant(() => def.catchValue?.(undefined));
  if (constant.kind === "constant") {
    return { kind: "catch", inner, value: constant.value };
  }
  return inner.kind === "unsupported"
    ? inner
    : { kind: "transform", accepts: inner, yields: reader.askOutput(at) };
}

/** A codec, a `.transform()`, a `z.preprocess()`, or one schema behind another. */
export function readPipe(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  const { def } = schema._zod;
  if (def.reverseTransform !== undefined) {
    return "truthy" in schema._zod.bag ? textAsBoolean : twoWayCodec;
  }
  const [before, behind] = [def.in, def.out].map((side) => side?._zod.def);
  if (isAsyncFunction(before?.transform) || isAsyncFunction(behind?.transform)) {
    return asyncCheck;
  }
  if (before?.type === "transform") {
    // What comes behind a `preprocess` judges a value that the author's code made, so anything may come in.
    return { kind: "transform", accepts: anything, yields: reader.askOutput(at) };
  }
  const [source] = at.source.sides("pipe", "transform");
  const accepts = reader.readPart(def.in, partOf(at, source, "", '["in"]'));
  return accepts.kind === "unsupported"
    ? accepts
    : { kind: "transform", accepts, yields: reader.askOutput(at) };
}

/** A conversion alone: `z.transform(…)`. */
export function readTransform(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  return isAsyncFunction(schema._zod.def.transform)
    ? asyncCheck
    : { kind: "transform", accepts: anything, yields: reader.askOutput(at) };
}
