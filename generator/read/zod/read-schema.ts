import { pascalCase } from "../../emit/names.js";
import type { Docs, FieldModel, SchemaModel, TypeText } from "../../model/index.js";
import type { SchemaNames } from "../schema-names.js";
import { docsOf } from "../source/read-docs.js";
import type { TypeQuestions } from "../type-questions.js";
import { isOptional, mayBeUndefined } from "./may-be-undefined.js";
import { readChecks, readNumberCheck, readSizeCheck, readStringCheck } from "./read-checks.js";
import { readMessage } from "./read-constant.js";
import { type PartReader, readCatch, readDefault, readPipe, readTransform } from "./read-conversion.js";
import { isEnumValue, readLiteral } from "./read-literal.js";
import { readTemplateType } from "./read-template-literal.js";
import { askOutput, behindLazy, partOf, type SchemaPosition, wrappedBy } from "./schema-position.js";
import {
  asyncCheck,
  classInstance,
  undefinedInArray,
  unknownKind,
  unreadable,
  unsupported,
  unsupportedKinds,
} from "./unsupported-kinds.js";
import { checksOf, copiesOf, hasTrait, metadataOf, type ZodSchema } from "./zod-schema.js";

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

class SchemaReader implements PartReader {
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
    const { declaredPlace: place, docs } = position.source;
    const name = { id: position.name, place, position, ...(docs === undefined ? {} : { docs }) };
    this.#reading.names.add(schema, name);
    return this.#reading.names.reference(name, () => model);
  }

  #readGuarded(schema: ZodSchema, position: SchemaPosition): SchemaModel {
    try {
      const model = this.#readChecked(schema, position);
      if (model.customChecks !== undefined && position.source.hasAsyncCheck) {
        return asyncCheck;
      }
      return withMessage(model, readMessage(schema._zod.def.error));
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
        partOf(position, position.source.inner("array"), "Item", '["element"]'),
      );
      return this.#afterChecks({ kind: "array", item, checks }, rest, () => this.askOutput(position));
    }
    const { checks: _, ...rest } = readChecks(list, () => undefined);
    return this.#afterChecks(this.#readKind(schema, position), rest, () => this.askOutput(position));
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
          left: this.readPart(def.left, partOf(at, left, "Left", '["left"]')),
          right: this.readPart(def.right, partOf(at, right, "Right", '["right"]')),
        };
      }
      case "optional": {
        const inner = this.readPart(def.innerType, wrappedBy(at, "optional", "exactOptional", "nullish"));
        return { kind: "optional", inner, exact: hasTrait(schema, "$ZodExactOptional") };
      }
      case "nullable":
        return {
          kind: "nullable",
          inner: this.readPart(def.innerType, wrappedBy(at, "nullable", "nullish")),
        };
      case "nonoptional":
      case "readonly":
        return { kind: def.type, inner: this.readPart(def.innerType, wrappedBy(at, def.type)) };
      case "default":
      case "prefault":
        return readDefault(schema, def.type, at, this);
      case "catch":
        return readCatch(schema, at, this);
      case "pipe":
        return readPipe(schema, at, this);
      case "transform":
        return readTransform(schema, at, this);
      case "lazy":
        return this.readPart(schema._zod.innerType, behindLazy(at));
      case "custom":
        return "Class" in schema._zod.bag ? classInstance : { kind: "unknown", type: this.askOutput(at) };
      default:
        return unsupportedKinds.get(def.type) ?? unknownKind(def.type);
    }
  }

  readPart(schema: ZodSchema | undefined, position: SchemaPosition): SchemaModel {
    return schema === undefined ? unknownKind("undefined") : this.read(schema, position);
  }

  askOutput(at: SchemaPosition): TypeText {
    return askOutput(at, this.#reading.questions);
  }

  /** JSON turns undefined into null inside arrays. */
  #readItem(schema: ZodSchema | undefined, position: SchemaPosition): SchemaModel {
    const item = this.readPart(schema, position);
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
        const rest = partOf(at, at.source.argument(["catchall"], 0), "Rest", '["catchall"]');
        return { kind: "object", fields, unknownKeys: "catchall", catchall: this.readPart(catchall, rest) };
      }
    }
  }

  #readField(name: string, field: ZodSchema | undefined, at: SchemaPosition): FieldModel {
    const found = at.source.field(name);
    const position = partOf(
      at,
      found?.value ?? at.source,
      pascalCase(name),
      `["shape"][${JSON.stringify(name)}]`,
    );
    const schema = this.readPart(field, position);
    const docsOfValue = schema.kind === "reference" ? undefined : found?.docsOfValue;
    const docs = found?.docs ?? docsOfValue ?? describedBy(field, schema);
    return { name, schema, place: found?.place ?? at.source.place, ...(docs === undefined ? {} : { docs }) };
  }

  #readTuple(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    const { items = [], rest } = schema._zod.def;
    const read = items.map((item, index) => {
      const source = at.source.argument(["tuple"], 0, index);
      return this.readPart(item, partOf(at, source, `Item${index + 1}`, `["items"][${index}]`));
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
        ? { rest: this.#readItem(rest, partOf(at, at.source.argument(["tuple"], 1), "Rest", '["rest"]')) }
        : {}),
    };
  }

  #readRecord(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    const { keyType, valueType, partial, mode } = schema._zod.def;
    const makers = ["record", "partialRecord", "looseRecord"];
    const isExhaustive = keyType?._zod.values !== undefined && partial !== true;
    return {
      kind: "record",
      key: this.readPart(keyType, partOf(at, at.source.argument(makers, 0), "Key", '["keyType"]')),
      value: this.readPart(valueType, partOf(at, at.source.argument(makers, 1), "Value", '["valueType"]')),
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
        return this.readPart(option, partOf(at, source, `Option${index + 1}`, `["options"][${index}]`));
      }),
      ...(discriminator === undefined || unionFallback === true ? {} : { discriminator }),
    };
    // That exactly one option passes is left to the server, like an author's own check.
    return hasTrait(schema, "$ZodXor") ? withCustomChecks(union, 1) : union;
  }
}

function withCustomChecks(model: SchemaModel, more: number): SchemaModel {
  return more === 0 || model.kind === "unsupported"
    ? model
    : { ...model, customChecks: (model.customChecks ?? 0) + more };
}

function withMessage(model: SchemaModel, message: { readonly message?: string }): SchemaModel {
  return model.kind === "reference" ? model : { ...model, ...message };
}

/** The author's `.describe()`, of the schema or of what it wraps; not what a named schema says of itself. */
function describedBy(field: ZodSchema | undefined, model: SchemaModel): Docs | undefined {
  for (let at = field; at !== undefined; at = at._zod.def.innerType) {
    const { description } = metadataOf(at);
    const original = [...copiesOf(at)].at(-1);
    const isInherited =
      model.kind === "reference" &&
      original !== undefined &&
      metadataOf(original).description === description;
    if (description !== undefined && !isInherited) {
      return docsOf(description);
    }
  }
  return undefined;
}
