/**
 * What we know of zod's insides. Only the files of this folder look at them; everything else sees
 * `SchemaModel`. Fields are optional throughout: a definition is believed only as far as it is there.
 */
export interface ZodSchema {
  readonly _zod: {
    readonly def: ZodDefinition;
    readonly traits: ReadonlySet<string>;
    readonly version?: { readonly major: number; readonly minor: number };
    /** The schema that this one was cloned from, by `.meta()`, `.describe()`, `.check()`. */
    readonly parent?: ZodSchema;
    /** The finite set of values that pass, where there is one. */
    readonly values?: ReadonlySet<unknown>;
    readonly pattern?: RegExp;
    /** Whether the key of a field of this schema may be missing from what comes out. */
    readonly optout?: string;
    readonly optin?: string;
    /** What a `z.lazy` stands for; runs the author's getter. */
    readonly innerType?: ZodSchema;
    readonly bag: Readonly<Record<string, unknown>>;
    /** Of a schema that is a check at the same time (`z.email()`), or of a check alone. */
    readonly check?: (payload: unknown) => unknown;
  };
}

/** A check, of a schema's list. */
export interface ZodCheck {
  readonly _zod: { readonly def: ZodCheckDefinition; readonly check: (payload: unknown) => unknown };
}

export interface ZodCheckDefinition {
  readonly check: string;
  readonly error?: (issue: unknown) => unknown;
  readonly value?: unknown;
  readonly inclusive?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly length?: number;
  readonly size?: number;
  readonly mime?: readonly string[];
  readonly abort?: boolean;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly includes?: string;
  readonly position?: number;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly tx?: (value: unknown) => unknown;
  readonly fn?: (value: unknown) => unknown;
  readonly hostname?: RegExp;
  readonly protocol?: RegExp;
  readonly normalize?: boolean;
  readonly alg?: string;
  readonly version?: string;
}

export interface ZodDefinition extends ZodCheckDefinition {
  readonly type: string;
  readonly checks?: readonly ZodCheck[];
  readonly coerce?: boolean;
  readonly values?: readonly unknown[];
  readonly shape?: Readonly<Record<string, ZodSchema>>;
  readonly catchall?: ZodSchema;
  readonly element?: ZodSchema;
  readonly items?: readonly ZodSchema[];
  readonly rest?: ZodSchema | null;
  readonly keyType?: ZodSchema;
  readonly valueType?: ZodSchema;
  readonly partial?: boolean;
  readonly mode?: string;
  readonly options?: readonly ZodSchema[];
  readonly discriminator?: string;
  readonly unionFallback?: boolean;
  readonly left?: ZodSchema;
  readonly right?: ZodSchema;
  readonly innerType?: ZodSchema;
  /** A getter: it clones the value, or runs the author's function anew. */
  readonly defaultValue?: unknown;
  readonly catchValue?: (context: unknown) => unknown;
  readonly in?: ZodSchema;
  readonly out?: ZodSchema;
  readonly transform?: (value: unknown, context: unknown) => unknown;
  readonly reverseTransform?: (value: unknown, context: unknown) => unknown;
  readonly parts?: readonly unknown[];
}

/** The major version of zod whose insides this folder knows. */
export const zodMajor = 4;

/** Whether `value` is a schema of the zod that we know, zod/mini included. */
export function isZodSchema(value: unknown): value is ZodSchema {
  const insides = insidesOf(value);
  return (
    typeof insides?.def === "object" &&
    insides.def !== null &&
    "type" in insides.def &&
    insides.traits instanceof Set &&
    majorOf(value) === zodMajor
  );
}

/** The major version of the zod that made `value`; undefined for what is no schema of any zod. */
export function majorOf(value: unknown): number | undefined {
  const insides = insidesOf(value);
  if (insides !== undefined) {
    const version = insides.version;
    return typeof version === "object" && version !== null && "major" in version
      ? Number(version.major)
      : zodMajor;
  }
  // zod 3 keeps its definition in `_def` and names its kinds `ZodString`.
  const isZod3 =
    typeof value === "object" &&
    value !== null &&
    "_def" in value &&
    typeof value._def === "object" &&
    value._def !== null &&
    "typeName" in value._def;
  return isZod3 ? 3 : undefined;
}

function insidesOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  if (!isObject || !("_zod" in value) || typeof value._zod !== "object" || value._zod === null) {
    return undefined;
  }
  return value._zod as Readonly<Record<string, unknown>>; // an object with unknown properties
}

/** Whether a list of arguments can be declared by it. */
export function isTuple(schema: ZodSchema): boolean {
  return schema._zod.def.type === "tuple";
}

/** Whether nothing but `undefined` passes: a payload of this schema is none. */
export function isAbsence(schema: ZodSchema): boolean {
  return schema._zod.def.type === "void" || schema._zod.def.type === "undefined";
}

export function hasTrait(schema: ZodSchema, trait: string): boolean {
  return schema._zod.traits.has(trait);
}

/** The schema itself, then each one that it is a mere copy of (by `.meta()` or `.describe()`). */
export function* copiesOf(schema: ZodSchema): Generator<ZodSchema> {
  yield schema;
  for (let copy = schema; copy._zod.parent?._zod.def === copy._zod.def; copy = copy._zod.parent) {
    yield copy._zod.parent;
  }
}

/** What a schema, or one that it was cloned from, keeps in its bag. */
export function ofBag(schema: ZodSchema, key: string): unknown {
  for (let at: ZodSchema | undefined = schema; at !== undefined; at = at._zod.parent) {
    if (key in at._zod.bag) {
      return at._zod.bag[key];
    }
  }
  return undefined;
}

/** A schema that is a check too (`z.email()`, `z.int()`) runs itself before the checks of its list. */
export function checksOf(schema: ZodSchema): readonly ZodCheck[] {
  const { def, check } = schema._zod;
  const itself = check !== undefined && hasTrait(schema, "$ZodCheck") ? [{ _zod: { def, check } }] : [];
  return [...itself, ...(def.checks ?? [])];
}

/** What `.meta()` and `.describe()` say of a schema. */
export function metadataOf(schema: ZodSchema): {
  readonly id?: string;
  readonly description?: string;
  readonly isSensitive?: true;
} {
  const registry: unknown = (globalThis as { __zod_globalRegistry?: unknown }).__zod_globalRegistry;
  const found: unknown =
    "meta" in schema && typeof schema.meta === "function"
      ? schema.meta()
      : hasGet(registry)
        ? registry.get(schema)
        : undefined;
  if (typeof found !== "object" || found === null) {
    return {};
  }
  return {
    ...("id" in found && typeof found.id === "string" ? { id: found.id } : {}),
    ...("description" in found && typeof found.description === "string"
      ? { description: found.description }
      : {}),
    ...("sensitive" in found && found.sensitive === true ? { isSensitive: true } : {}),
  };
}

function hasGet(value: unknown): value is { get(key: unknown): unknown } {
  return typeof value === "object" && value !== null && "get" in value && typeof value.get === "function";
}
