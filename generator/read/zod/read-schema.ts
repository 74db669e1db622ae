import type { BrandModel, SchemaModel, TypeText } from "../../model/index.js";
import type { SchemaNames } from "../schema-names.js";
import type { TypeQuestions } from "../type-questions.js";
import type { PartReader } from "./part-reader.js";
import { readBrands } from "./read-brands.js";
import {
  type CheckList,
  readBigintCheck,
  readChecks,
  readDateCheck,
  readFileCheck,
  readNumberCheck,
  readSizeCheck,
  readStringCheck,
} from "./read-checks.js";
import { readMessage } from "./read-constant.js";
import { readIntersection, readMap, readObject, readRecord, readTuple, readUnion } from "./read-container.js";
import { readCatch, readDefault, readPipe, readTransform } from "./read-conversion.js";
import { readCustom } from "./read-custom.js";
import { isEnumValue, readLiteral } from "./read-literal.js";
import { readTemplateType } from "./read-template-literal.js";
import { readTypes } from "./read-types.js";
import {
  askInput,
  askOutput,
  behindLazy,
  partOf,
  type SchemaPosition,
  wrappedBy,
} from "./schema-position.js";
import { asyncCheck, noSchema, unknownKind, unreadable, unsupportedKinds } from "./unsupported-kinds.js";
import { checksOf, copiesOf, hasTrait, isZodSchema, metadataOf, type ZodSchema } from "./zod-schema.js";

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
    const model = this.#readNamed(schema, position);
    return isSensitive(schema) && model.kind !== "unsupported" ? { ...model, isSensitive: true } : model;
  }

  #readNamed(schema: ZodSchema, position: SchemaPosition): SchemaModel {
    const { names } = this.#reading;
    const name = names.of(schema, position);
    if (name !== undefined) {
      const model = names.reference(name, () =>
        new SchemaReader(this.#reading).#readOpen(schema, name.position),
      );
      const isBranded = position.source.brandKey === name.position.source.brandKey;
      return isBranded ? model : withBrands(model, this.#readBrands(schema, position));
    }
    return this.#readOpen(schema, position);
  }

  readPart(schema: ZodSchema | undefined, position: SchemaPosition): SchemaModel {
    return isZodSchema(schema) ? this.read(schema, position) : noSchema(schema);
  }

  askOutput(at: SchemaPosition): TypeText {
    return askOutput(at, this.#reading.questions);
  }

  askInput(at: SchemaPosition): TypeText {
    return askInput(at, this.#reading.questions);
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
      const spoken = withMessage(model, readMessage(schema._zod.def.error));
      const typed = withTypes(spoken, readTypes(schema, spoken, position, this));
      return withBrands(typed, this.#readBrands(schema, position));
    } catch (error) {
      return unreadable(error);
    }
  }

  #readBrands(schema: ZodSchema, position: SchemaPosition): readonly BrandModel[] {
    return readBrands(schema, position, this.#reading.questions);
  }

  /** The kind of a schema, and what its checks make of it. */
  #readChecked(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    const { def } = schema._zod;
    const list = checksOf(schema);
    const coerce = def.coerce === true;
    const plain = (text: string) => (): TypeText => ({ text, imports: [] });
    const asked = () => this.askOutput(at);
    switch (def.type) {
      case "string": {
        const { checks, ...rest } = readChecks(list, readStringCheck);
        return afterChecks({ kind: "string", coerce, checks }, rest, plain("string"));
      }
      case "number": {
        const { checks, ...rest } = readChecks(list, readNumberCheck);
        return afterChecks({ kind: "number", coerce, checks }, rest, plain("number"));
      }
      case "bigint": {
        const { checks, ...rest } = readChecks(list, readBigintCheck);
        return afterChecks({ kind: "bigint", coerce, checks }, rest, plain("bigint"));
      }
      case "date": {
        const { checks, ...rest } = readChecks(list, readDateCheck);
        return afterChecks({ kind: "date", coerce, checks }, rest, plain("Date"));
      }
      case "array": {
        const { checks, ...rest } = readChecks(list, readSizeCheck);
        const item = this.readPart(def.element, partOf(at, at.source.inner("array"), "Item", '["element"]'));
        return afterChecks({ kind: "array", item, checks }, rest, asked);
      }
      case "set": {
        const { checks, ...rest } = readChecks(list, readSizeCheck);
        const source = at.source.argument(["set"], 0);
        const item = this.readPart(def.valueType, partOf(at, source, "Item", '["valueType"]'));
        return afterChecks({ kind: "set", item, checks }, rest, asked);
      }
      case "map": {
        const { checks, ...rest } = readChecks(list, readSizeCheck);
        return afterChecks({ ...readMap(schema, at, this), checks }, rest, asked);
      }
      case "file": {
        const { checks, ...rest } = readChecks(list, readFileCheck);
        return afterChecks({ kind: "blob", expected: "file", checks }, rest, plain("File"));
      }
      default: {
        const model = this.#readKind(schema, at);
        // The check that makes it an instance of its class is its kind, and none of the author's own.
        const isInstance = model.kind === "bytes" || model.kind === "blob";
        const { checks: _, ...rest } = readChecks(isInstance ? (def.checks ?? []) : list, () => undefined);
        return afterChecks(model, rest, asked);
      }
    }
  }

  #readKind(schema: ZodSchema, at: SchemaPosition): SchemaModel {
    const { def } = schema._zod;
    const inner = (...wrappers: readonly string[]) =>
      this.readPart(def.innerType, wrappedBy(at, ...wrappers));
    switch (def.type) {
      case "boolean":
        return { kind: "boolean", coerce: def.coerce === true };
      case "null":
      case "any":
      case "unknown":
      case "never":
      case "undefined":
      case "nan":
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
        return readObject(schema, at, this);
      case "tuple":
        return readTuple(schema, at, this);
      case "record":
        return readRecord(schema, at, this);
      case "union":
        return readUnion(schema, at, this);
      case "intersection":
        return readIntersection(schema, at, this);
      case "optional":
        return {
          kind: "optional",
          inner: inner("optional", "exactOptional", "nullish"),
          exact: hasTrait(schema, "$ZodExactOptional"),
        };
      case "nullable":
        return { kind: "nullable", inner: inner("nullable", "nullish") };
      case "nonoptional":
      case "readonly":
        return { kind: def.type, inner: inner(def.type) };
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
        return readCustom(schema, at, this);
      default:
        return unsupportedKinds.get(def.type) ?? unknownKind(def.type);
    }
  }
}

/** Metadata that throws is none: what else is wrong with the schema is found where it is read. */
function isSensitive(schema: ZodSchema): boolean {
  try {
    return [...copiesOf(schema)].some((copy) => metadataOf(copy).isSensitive);
  } catch {
    return false;
  }
}

function afterChecks(
  model: SchemaModel,
  found: Omit<CheckList<unknown>, "checks">,
  yields: () => TypeText,
): SchemaModel {
  if (found.isAsync) {
    return asyncCheck;
  }
  const checked = withCustomChecks(model, found.customChecks);
  return !found.isConverted || checked.kind === "unsupported"
    ? checked
    : { kind: "transform", accepts: checked, yields: yields() };
}

function withCustomChecks(model: SchemaModel, more: number): SchemaModel {
  return more === 0 || model.kind === "unsupported"
    ? model
    : { ...model, customChecks: (model.customChecks ?? 0) + more };
}

function withMessage(model: SchemaModel, message: { readonly message?: string }): SchemaModel {
  return model.kind === "reference" ? model : { ...model, ...message };
}

function withTypes(model: SchemaModel, types: SchemaModel["types"]): SchemaModel {
  return types === undefined ? model : { ...model, types };
}

function withBrands(model: SchemaModel, brands: readonly BrandModel[]): SchemaModel {
  return brands.length === 0 || model.kind === "unsupported" ? model : { ...model, brands };
}
