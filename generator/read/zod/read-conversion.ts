import { partsOf, type SchemaModel } from "../../model/index.js";
import type { PartReader } from "./part-reader.js";
import { isAsyncFunction } from "./read-checks.js";
import { readConstant } from "./read-constant.js";
import { addressOf, partOf, type SchemaPosition, wrappedBy } from "./schema-position.js";
import { asyncCheck, unsupported } from "./unsupported-kinds.js";
import { ofBag, type ZodSchema } from "./zod-schema.js";

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
  // What the wire carries in a form of its own is no data that generated code could hold.
  if (constant.kind === "not_json" && !carried.test(constant.what)) {
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

/** Values that JSON has no form for and the wire has. */
const carried = /^(?:a bigint|NaN|a (?:Date|Map|Set|ArrayBuffer|DataView|[A-Z]\w*Array))$/;

/** A codec, a `.transform()`, a `z.preprocess()`, or one schema behind another. */
export function readPipe(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  const { def, optin, optout } = schema._zod;
  if (def.reverseTransform !== undefined) {
    return readStringbool(schema) ?? readCodec(schema, at, reader);
  }
  const [before, behind] = [def.in, def.out].map((side) => side?._zod.def);
  if (isAsyncFunction(before?.transform) || isAsyncFunction(behind?.transform)) {
    return asyncCheck;
  }
  const absence = optout === "optional" ? { mayBeAbsent: true as const } : {};
  if (before?.type === "transform") {
    // What comes behind a `preprocess` judges a value that the author's code made, so anything may come in.
    const anything: SchemaModel = { kind: "unknown", type: reader.askInput(at) };
    const isOptional = def.out?._zod.optin !== undefined && optin !== undefined;
    const accepts: SchemaModel = isOptional ? { kind: "optional", inner: anything, exact: true } : anything;
    return { kind: "transform", accepts, yields: reader.askOutput(at), ...absence };
  }
  const [source] = at.source.sides("pipe", "transform");
  const accepts = reader.readPart(def.in, partOf(at, source, "", '["in"]'));
  return accepts.kind === "unsupported"
    ? accepts
    : { kind: "transform", accepts, yields: reader.askOutput(at), ...absence };
}

/** A conversion alone: `z.transform(…)`. */
export function readTransform(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  return isAsyncFunction(schema._zod.def.transform)
    ? asyncCheck
    : {
        kind: "transform",
        accepts: { kind: "unknown", type: reader.askInput(at) },
        yields: reader.askOutput(at),
      };
}

/** A `z.stringbool()`: a codec of zod's own, which leaves its lists of texts behind. */
function readStringbool(schema: ZodSchema): SchemaModel | undefined {
  const [truthy, falsy] = [ofBag(schema, "truthy"), ofBag(schema, "falsy")];
  if (!isTexts(truthy) || !isTexts(falsy)) {
    return undefined;
  }
  return { kind: "stringbool", truthy, falsy, isCaseSensitive: ofBag(schema, "case") === "sensitive" };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** A `z.codec(…)`. What stands behind it need not travel, so that it may be of any kind. */
function readCodec(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  const { def } = schema._zod;
  if (isAsyncFunction(def.transform) || isAsyncFunction(def.reverseTransform)) {
    return asyncCheck;
  }
  const [wireSource, appSource] = at.source.sides("codec");
  const wire = reader.readPart(def.in, partOf(at, wireSource, "Wire", '["in"]'));
  if (wire.kind === "unsupported") {
    return wire;
  }
  const app = reader.readPart(def.out, partOf(at, appSource, "", '["out"]'));
  return {
    kind: "codec",
    wire,
    app: holdsUnsupported(app) ? { kind: "unknown", type: reader.askOutput(at) } : app,
    address: addressOf(at),
  };
}

function holdsUnsupported(schema: SchemaModel): boolean {
  return schema.kind === "unsupported" || partsOf(schema).some(holdsUnsupported);
}
