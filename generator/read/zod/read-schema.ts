import { pascalCase } from "../../emit/names.js";
import type { Docs, FieldModel, SchemaModel, TypeText } from "../../model/index.js";
import type { SchemaNames } from "../schema-names.js";
import { docsOf } from "../source/read-docs.js";
import type { SchemaSource } from "../source/schema-source.js";
import type { TypeQuestions } from "../type-questions.js";
import {
  isAsyncFunction,
  readChecks,
  readNumberCheck,
  readSizeCheck,
  readStringCheck,
} from "./read-checks.js";
import { findForeign, readConstant, readMessage } from "./read-constant.js";
import { readTemplateType } from "./read-template-literal.js";
import {
  asyncCheck,
  classInstance,
  textAsBoolean,
  twoWayCodec,
  undefinedInArray,
  unknownKind,
  unreadable,
  unsupported,
  unsupportedKinds,
} from "./unsupported-kinds.js";
import { checksOf, copiesOf, hasTrait, metadataOf, type ZodSchema } from "./zod-schema.js";

/** Where a schema stands: in the source, in the compiler's eyes, and by the path that leads to it. */
export interface SchemaPosition {
  readonly source: SchemaSource;
  /** What a schema without a name of its own is called when it needs one. */
  readonly name: string;
  /** The export where the compiler's way to the schema begins, and the steps from there. */
  readonly root: { readonly file: string; readonly exportName: string };
  /** A type's text; the first `$` in it stands for the export. */
  readonly path: string;
}

/** What reading gathers besides the schema itself. */
export interface SchemaReading {
  readonly names: SchemaNames;
  readonly questions: TypeQuestions;
}

/** A schema of zod comes in, a `SchemaModel` goes out. Never throws, whatever the schema does when looked at. */
export function readSchema(schema: ZodSchema, position: SchemaPosition, reading: SchemaReading): SchemaModel {
  return new SchemaReader(reading).read(schema, position);
}

/** Schemas within one payload; more than anybody writes, few enough to end for a getter that makes new ones for ever. */
const mostSchemas = 20_000;
/** Schemas within schemas; zod's own parser overflows the stack not far above. */
const deepest = 200;

class SchemaReader {
  readonly #reading: SchemaReading;
  /** Schemas whose reading has begun and not ended, with the name that one gets if it holds itself. */
  readonly #open = new Map<ZodSchema, { readonly position: SchemaPosition; isRecursive: boolean }>();
  #count = 0;

  constructor(reading: SchemaReading) {
    this.#reading = reading;
  }

  read(schema: ZodSchema, position: SchemaPosition): SchemaModel {
    const { names } = this.#reading;
    const name = names.of(schema, position);
    if (name !== undefined) {
      return names.reference(name, () => new SchemaReader(this.#reading).#readOpen(schema, name.position));
    }
    return this.#readOpen(schema, position);
  }

  #readOpen(schema: ZodSchema, position: SchemaPosition): SchemaModel {
    const open = [...copiesOf(schema)].map((copy) => this.#open.get(copy)).find((each) => each !== undefined);
    if (open !== undefined) {
      open.isRecursive = true;
      return { kind: "reference", id: open.position.name };
    }
    if (++this.#count > mostSchemas || this.#open.size > deepest) {
      return unreadable(new Error("it never ends, or is far too large"));
    }
    const entry = { position, isRecursive: false };
    this.#open.set(schema, entry);
    const model = this.#readGuarded(schema, position);
    this.#open.delete(schema);
    if (!entry.isRecursive) {
      return model;
    }
    const name = { id: position.name, place: position.source.place, position };
    this.#reading.names.add(schema, name);
    return this.#reading.names.reference(name, () => model);
  }

  #readGuarded(schema: ZodSchema, position: SchemaPosition): SchemaModel {
    try {
      const message = readMessage(schema._zod.def.error);
      return withMessage(this.#readChecked(schema, position), message);
    } catch (error) {
      return unreadable(error);
    }
  }

  /** The kind of a schema, and what its checks make of it. */
  #readChecked(schema: ZodSchema, position: SchemaPosition): SchemaModel {
    const { def } = schema._zod;
    const list = checksOf(schema);
    if (def.type === "string") {
      const { checks, ...rest } = readChecks(list, readStringCheck);
      return this.#afterChecks({ kind: "string", coerce: def.coerce === true, checks }, rest, {
        text: "string",
        imports: [],
      });
    }
    if (def.type === "number") {
      const { checks, ...rest } = readChecks(list, readNumberCheck);
      return this.#afterChecks({ kind: "number", coerce: def.coerce === true, checks }, rest, {
        text: "number",
        imports: [],
      });
    }
    if (def.type === "array" && def.element !== undefined) {
      const { checks, ...rest } = readChecks(list, readSizeCheck);
      const item = this.#readItem(
        def.element,
        step(position, position.source.inner("array"), "Item", '["element"]'),
      );
      return this.#afterChecks({ kind: "array", item, checks }, rest, () => this.#outputOf(position));
    }
    const { checks: _, ...rest } = readChecks(list, () => undefined);
    return this.#afterChecks(this.#readKind(schema, position), rest, () => this.#outputOf(position));
  }

  #afterChecks(
    model: SchemaModel,
    found: { readonly customChecks: number; readonly isConverted: boolean; readonly isAsync: boolean },
    yields: TypeText | (() => TypeText),
  ): SchemaModel {
    if (found.isAsync) {
      return asyncCheck;
    }
    const checked = withCustomChecks(model, found.customChecks);
    if (!found.isConverted || checked.kind === "unsupported") {
      return checked;
    }
    return { kind: "transform", accepts: checked, yields: typeof yields === "function" ? yields() : yields };
  }

  #readKind(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    const { def } = schema._zod;
    switch (def.type) {
      case "boolean":
        return { kind: "boolean", coerce: def.coerce === true };
      case "null":
      case "any":
      case "unknown":
      case "never":
      case "undefined":
        return { kind: def.type };
      case "void":
        return { kind: "undefined" };
      case "literal":
        return readLiteral(def.values ?? []);
      case "enum":
        // zod's own list: a TypeScript enum's object holds its names twice.
        return { kind: "enum", values: [...(schema._zod.values ?? [])].filter(isEnumValue) };
      case "template_literal":
        return {
          kind: "template_literal",
          pattern: schema._zod.pattern?.source ?? "",
          type: readTemplateType(schema),
        };
      case "object":
        return this.#readObject(schema, at);
      case "tuple":
        return this.#readTuple(schema, at);
      case "record":
        return this.#readRecord(schema, at);
      case "union":
        return this.#readUnion(schema, at);
      case "intersection": {
        const [left, right] = at.source.sides("intersection", "and");
        return {
          kind: "intersection",
          left: this.#readPart(def.left, step(at, left, "Left", '["left"]')),
          right: this.#readPart(def.right, step(at, right, "Right", '["right"]')),
        };
      }
      case "optional": {
        const inner = this.#readPart(def.innerType, wrapped(at, "optional", "exactOptional", "nullish"));
        return { kind: "optional", inner, exact: hasTrait(schema, "$ZodExactOptional") };
      }
      case "nullable":
        return { kind: "nullable", inner: this.#readPart(def.innerType, wrapped(at, "nullable", "nullish")) };
      case "nonoptional":
      case "readonly":
        return { kind: def.type, inner: this.#readPart(def.innerType, wrapped(at, def.type)) };
      case "default":
      case "prefault":
        return this.#readDefault(schema, def.type, at);
      case "catch":
        return this.#readCatch(schema, at);
      case "pipe":
        return this.#readPipe(schema, at);
      case "transform":
        return this.#readTransform(def.transform, { kind: "unknown" }, at);
      case "lazy": {
        const inner = schema._zod.innerType;
        const path = `ReturnType<${placeholder}["_zod"]["def"]["getter"]>`;
        return this.#readPart(inner, {
          ...at,
          source: at.source.inner("lazy"),
          path: wrapPath(at.path, path),
        });
      }
      case "custom":
        return this.#readCustom(schema, at);
      default:
        return unsupportedKinds.get(def.type) ?? unknownKind(def.type);
    }
  }

  #readPart(schema: ZodSchema | undefined, position: SchemaPosition): SchemaModel {
    return schema === undefined ? unknownKind("undefined") : this.read(schema, position);
  }

  /** JSON turns undefined into null inside arrays. */
  #readItem(schema: ZodSchema | undefined, position: SchemaPosition): SchemaModel {
    const item = this.#readPart(schema, position);
    return mayBeUndefined(item) ? undefinedInArray : item;
  }

  #readObject(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    const { shape = {}, catchall } = schema._zod.def;
    const symbol = Object.getOwnPropertySymbols(shape)[0];
    if (symbol !== undefined) {
      return unsupported("an object with a symbol as a key", "JSON drops such keys", "use text for the key");
    }
    const fields = Object.keys(shape).map((name): FieldModel => this.#readField(name, shape[name], at));
    switch (catchall?._zod.def.type) {
      case undefined:
        return { kind: "object", fields, unknownKeys: "strip" };
      case "never":
        return { kind: "object", fields, unknownKeys: "strict" };
      case "unknown":
      case "any":
        return { kind: "object", fields, unknownKeys: "loose" };
      default: {
        const rest = step(at, at.source.argument(["catchall"], 0), "Rest", '["catchall"]');
        return { kind: "object", fields, unknownKeys: "catchall", catchall: this.#readPart(catchall, rest) };
      }
    }
  }

  #readField(name: string, field: ZodSchema | undefined, at: SchemaPosition): FieldModel {
    const found = at.source.field(name);
    const position = step(
      at,
      found?.value ?? at.source,
      pascalCase(name),
      `["shape"][${JSON.stringify(name)}]`,
    );
    const schema = this.#readPart(field, position);
    const ownDocs = schema.kind === "reference" ? undefined : (found?.docsOfValue ?? describedBy(field));
    const docs = found?.docs ?? ownDocs;
    return { name, schema, place: found?.place ?? at.source.place, ...(docs === undefined ? {} : { docs }) };
  }

  #readTuple(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    const { items = [], rest } = schema._zod.def;
    const read = items.map((item, index) => {
      const source = at.source.argument(["tuple"], 0, index);
      return this.#readPart(item, step(at, source, `Item${index + 1}`, `["items"][${index}]`));
    });
    // Behind the last item that has to be there, leaving one out makes the tuple shorter and sends no null.
    const firstOptional = rest ? read.length : read.findLastIndex((item) => !mayBeUndefined(item)) + 1;
    const safe = read.map((item, index) =>
      mayBeUndefined(item) && (index < firstOptional || !isOptional(item)) ? undefinedInArray : item,
    );
    return {
      kind: "tuple",
      items: safe,
      ...(rest
        ? { rest: this.#readItem(rest, step(at, at.source.argument(["tuple"], 1), "Rest", '["rest"]')) }
        : {}),
    };
  }

  #readRecord(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    const { keyType, valueType, partial, mode } = schema._zod.def;
    const makers = ["record", "partialRecord", "looseRecord"];
    const isExhaustive = keyType?._zod.values !== undefined && partial !== true;
    return {
      kind: "record",
      key: this.#readPart(keyType, step(at, at.source.argument(makers, 0), "Key", '["keyType"]')),
      value: this.#readPart(valueType, step(at, at.source.argument(makers, 1), "Value", '["valueType"]')),
      mode: mode === "loose" ? "loose" : isExhaustive ? "exhaustive" : "partial",
    };
  }

  #readUnion(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    const { options = [], discriminator, unionFallback } = schema._zod.def;
    const list = discriminator === undefined ? 0 : 1;
    const union: SchemaModel = {
      kind: "union",
      options: options.map((option, index) => {
        const source = at.source.argument(["union", "discriminatedUnion", "xor"], list, index);
        return this.#readPart(option, step(at, source, `Option${index + 1}`, `["options"][${index}]`));
      }),
      ...(discriminator === undefined || unionFallback === true ? {} : { discriminator }),
    };
    // That exactly one option passes is left to the server, like an author's own check.
    return hasTrait(schema, "$ZodXor") ? withCustomChecks(union, 1) : union;
  }

  #readDefault(schema: ZodSchema, kind: "default" | "prefault", at: SchemaPosition): SchemaModel {
    const { def } = schema._zod;
    const inner = this.#readPart(def.innerType, wrapped(at, kind, "_default"));
    const constant = readConstant(() => def.defaultValue);
    if (constant.kind === "constant") {
      return { kind, inner, value: constant.value };
    }
    if (inner.kind === "unsupported") {
      return inner;
    }
    if (constant.kind === "not_json") {
      return unsupported(
        `a default that is ${constant.what}`,
        "JSON has no form for it",
        "set the value in the handler",
      );
    }
    return {
      kind: "transform",
      accepts: { kind: "optional", inner, exact: false },
      yields: this.#outputOf(at),
    };
  }

  #readCatch(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    const { def } = schema._zod;
    const inner = this.#readPart(def.innerType, wrapped(at, "catch", "_catch"));
    const constant = readConstant(() => def.catchValue?.(undefined));
    if (constant.kind === "constant") {
      return { kind: "catch", inner, value: constant.value };
    }
    return inner.kind === "unsupported"
      ? inner
      : { kind: "transform", accepts: inner, yields: this.#outputOf(at) };
  }

  #readPipe(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    const { def } = schema._zod;
    if (def.reverseTransform !== undefined) {
      return "truthy" in schema._zod.bag ? textAsBoolean : twoWayCodec;
    }
    const [first, second] = at.source.sides("pipe", "transform", "preprocess");
    if (isAsyncFunction(def.out?._zod.def.transform) || isAsyncFunction(def.in?._zod.def.transform)) {
      return asyncCheck;
    }
    if (def.in?._zod.def.type === "transform") {
      // What comes behind a `preprocess` judges a value that the author's code made, so anything may come in.
      return this.#readTransform(def.in._zod.def.transform, { kind: "unknown" }, at);
    }
    const accepts = this.#readPart(def.in, step(at, first, "In", '["in"]'));
    const yields = this.#readPart(def.out, step(at, second, "Out", '["out"]'));
    if (accepts.kind === "unsupported") {
      return accepts;
    }
    return yields.kind === "unsupported" && yields === asyncCheck
      ? yields
      : { kind: "transform", accepts, yields: this.#outputOf(at) };
  }

  #readTransform(
    convert: ((value: unknown, context: unknown) => unknown) | undefined,
    accepts: SchemaModel,
    at: SchemaPosition,
  ): SchemaModel {
    return isAsyncFunction(convert) ? asyncCheck : { kind: "transform", accepts, yields: this.#outputOf(at) };
  }

  #readCustom(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    return hasTrait(schema, "ZodInstanceOf") || "Class" in schema._zod.bag
      ? classInstance
      : { kind: "unknown", type: this.#outputOf(at) };
  }

  /** The type that a schema yields, from the compiler. */
  #outputOf(at: SchemaPosition): TypeText {
    return this.#reading.questions.ask({
      file: at.root.file,
      exportName: at.root.exportName,
      path: `${at.path}["_zod"]["output"]`,
      place: at.source.place,
    });
  }
}

/** Stands in a path for what leads up to it. */
const placeholder = "$";

function wrapPath(path: string, around: string): string {
  return around.replace(placeholder, () => path);
}

function step(at: SchemaPosition, source: SchemaSource, name: string, path: string): SchemaPosition {
  return { ...at, source, name: at.name + name, path: `${at.path}["_zod"]["def"]${path}` };
}

/** The position of what a wrapper wraps; it keeps the name. */
function wrapped(at: SchemaPosition, ...wrappers: readonly string[]): SchemaPosition {
  return step(at, at.source.inner(...wrappers), "", '["innerType"]');
}

function withCustomChecks(model: SchemaModel, more: number): SchemaModel {
  return more === 0 ? model : { ...model, customChecks: (model.customChecks ?? 0) + more };
}

function withMessage(model: SchemaModel, message: { readonly message?: string }): SchemaModel {
  return model.kind === "reference" ? model : { ...model, ...message };
}

function readLiteral(values: readonly unknown[]): SchemaModel {
  const foreign = values.map((value) => (value === undefined ? undefined : findForeign(value)));
  const what = foreign.find((each) => each !== undefined);
  if (what !== undefined) {
    return unsupported(`a literal that is ${what}`, "JSON has no form for it", "use text or a number");
  }
  const literal: SchemaModel = { kind: "literal", values: values.filter(isLiteral) };
  return values.includes(undefined)
    ? literal.values.length === 0
      ? { kind: "undefined" }
      : { kind: "union", options: [literal, { kind: "undefined" }] }
    : literal;
}

function isLiteral(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function isEnumValue(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** Whether a writer may leave undefined in the place of this schema. */
function mayBeUndefined(schema: SchemaModel): boolean {
  switch (schema.kind) {
    case "optional":
      return !schema.exact;
    case "undefined":
    case "default":
    case "prefault":
      return true;
    case "nullable":
    case "readonly":
      return mayBeUndefined(schema.inner);
    case "transform":
      return mayBeUndefined(schema.accepts);
    case "union":
      return schema.options.some(mayBeUndefined);
    default:
      return false;
  }
}

function isOptional(schema: SchemaModel): boolean {
  return schema.kind === "optional" || schema.kind === "default" || schema.kind === "prefault";
}

/** The author's `.describe()`, of the schema or of what it wraps. */
function describedBy(schema: ZodSchema | undefined): Docs | undefined {
  for (let at = schema; at !== undefined; at = at._zod.def.innerType) {
    const { description } = metadataOf(at);
    if (description !== undefined) {
      return docsOf(description);
    }
  }
  return undefined;
}
