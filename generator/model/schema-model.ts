import type { Docs, Place } from "./place.js";

/** JSON as it stands in a contract: defaults and literals. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What every check of zod's own may say of itself. */
interface CheckCommon {
  /** The author's own text for its failure, where it is a constant. */
  readonly message?: string;
  /** Once it has failed, the checks behind it do not run. */
  readonly abort?: true;
}

/** A check on a string, in the order in which zod runs it; overwrites (`trim`) stand between the checks. */
export type StringCheck =
  | (CheckCommon & { readonly kind: "min_length" | "max_length" | "length"; readonly value: number })
  /** `format` is zod's (`email`, `uuid`, `datetime`, `regex`, …); `pattern` is the expression zod tests with. */
  | (CheckCommon & {
      readonly kind: "format";
      readonly format: string;
      readonly pattern: { readonly source: string; readonly flags: string };
    })
  /** Formats that zod checks by code rather than by a pattern alone: `url`, `base64url`, `jwt`, `ipv6`, … */
  | (CheckCommon & {
      readonly kind: "coded_format";
      readonly format: string;
      readonly options: Readonly<Record<string, Json>>;
    })
  | (CheckCommon & { readonly kind: "includes"; readonly value: string; readonly position?: number })
  | (CheckCommon & { readonly kind: "starts_with" | "ends_with"; readonly value: string })
  | { readonly kind: "trim" | "lower_case" | "upper_case" }
  | { readonly kind: "normalize"; readonly form: string }
  | (CheckCommon & { readonly kind: "is_lower_case" | "is_upper_case" });

/** A check on a number. */
export type NumberCheck = CheckCommon &
  (
    | {
        readonly kind: "greater_than" | "less_than";
        readonly value: number;
        readonly inclusive: boolean;
      }
    | { readonly kind: "multiple_of"; readonly value: number }
    /** `safeint`, `int32`, `uint32`, `float32`, `float64`. */
    | { readonly kind: "number_format"; readonly format: string }
  );

/** A check on a bigint; values as decimal text. */
export type BigintCheck = CheckCommon &
  (
    | {
        readonly kind: "greater_than" | "less_than";
        readonly value: string;
        readonly inclusive: boolean;
      }
    | { readonly kind: "multiple_of"; readonly value: string }
    /** `int64`, `uint64`. */
    | { readonly kind: "bigint_format"; readonly format: string }
  );

/** A check on a date; values in milliseconds since 1970. */
export interface DateCheck extends CheckCommon {
  readonly kind: "greater_than" | "less_than";
  readonly value: number;
  readonly inclusive: boolean;
}

/** Memory that travels as a Socket.IO attachment. */
export type BytesArray =
  | "ArrayBuffer"
  | "BigInt64Array"
  | "BigUint64Array"
  | "DataView"
  | "Float32Array"
  | "Float64Array"
  | "Int16Array"
  | "Int32Array"
  | "Int8Array"
  | "Uint16Array"
  | "Uint32Array"
  | "Uint8Array"
  | "Uint8ClampedArray";

/** A value of a `z.literal`: JSON as it is, a bigint as decimal text. `undefined` is a kind of its own. */
export type LiteralValue = string | number | boolean | null | { readonly bigint: string };

/** A check on the size of a map, a set or an array, in items. */
export interface SizeCheck extends CheckCommon {
  readonly kind: "min_length" | "max_length" | "length";
  readonly value: number;
}

/** A check on a file; sizes in bytes. */
export type FileCheck =
  | SizeCheck
  | (CheckCommon & { readonly kind: "mime"; readonly types: readonly string[] });

/** One field of an object. */
export interface FieldModel {
  readonly name: string;
  readonly schema: SchemaModel;
  readonly place: Place;
  readonly docs?: Docs;
}

/** What is known of every schema. */
export interface SchemaCommon {
  /**
   * The author's own checks (`refine`, `superRefine`, `check`): they run on the server only. Their number is
   * all that the model keeps.
   */
  readonly customChecks?: number;
  /** The author's own text for a failed type check, where it is a constant. */
  readonly message?: string;
  /** `.brand<"Id">()`: nothing that is there at run time, and part of the type. */
  readonly brands?: readonly BrandModel[];
  /** `.meta({ sensitive: true })`: what stands here is neither logged nor told in issues. */
  readonly isSensitive?: true;
  /** Types that only TypeScript knows, in the place of those that follow from the kind. */
  readonly types?: { readonly accepts?: TypeText; readonly yields?: TypeText };
}

/** A brand, and which of the schema's two types has it. */
export interface BrandModel {
  readonly type: TypeText;
  readonly on: "accepts" | "yields" | "both";
}

/** How other code gets at a schema of a contract. */
export interface SchemaAddress {
  /** The contract file, from the project's root. */
  readonly file: string;
  readonly exportName: string;
  /** Properties from the export to the schema; none where the export is the schema. */
  readonly steps: readonly (string | number)[];
}

/**
 * A schema as plain data. It accepts what a writer may write and yields what a reader reads; the two differ
 * below `default`, `prefault`, `catch`, `transform` and coercion.
 */
export type SchemaModel = SchemaCommon &
  (
    | { readonly kind: "string"; readonly coerce: boolean; readonly checks: readonly StringCheck[] }
    | { readonly kind: "number"; readonly coerce: boolean; readonly checks: readonly NumberCheck[] }
    | { readonly kind: "boolean"; readonly coerce: boolean }
    | { readonly kind: "null" | "undefined" | "any" | "never" }
    /** Anything; `type` is what TypeScript knows of it beyond that (`z.custom<Type>()`). */
    | { readonly kind: "unknown"; readonly type?: TypeText }
    /** Travels as decimal text. */
    | { readonly kind: "bigint"; readonly coerce: boolean; readonly checks: readonly BigintCheck[] }
    /** Travels as ISO 8601 text. */
    | { readonly kind: "date"; readonly coerce: boolean; readonly checks: readonly DateCheck[] }
    /** Travels as the text `"NaN"`. */
    | { readonly kind: "nan" }
    /** Travels as an array of entries. */
    | {
        readonly kind: "map";
        readonly key: SchemaModel;
        readonly value: SchemaModel;
        readonly checks: readonly SizeCheck[];
      }
    /** Travels as an array. */
    | { readonly kind: "set"; readonly item: SchemaModel; readonly checks: readonly SizeCheck[] }
    /** Travels as binary. */
    | { readonly kind: "bytes"; readonly array: BytesArray }
    /**
     * Travels as an object of its bytes, which the writer has to wait for, and its type; a file's name and time stand beside
     * them. `expected` is zod's word for it: `file` is a `z.file()`.
     */
    | {
        readonly kind: "blob";
        readonly expected: "Blob" | "File" | "file";
        readonly checks: readonly FileCheck[];
      }
    /** Travels as the first text that stands for the value; every text of both lists is read. */
    | {
        readonly kind: "stringbool";
        readonly truthy: readonly string[];
        readonly falsy: readonly string[];
        readonly isCaseSensitive: boolean;
      }
    /**
     * The author's two-way conversion: `wire` travels, both sides see what `app` yields. No codec stands within
     * `wire`: it describes what zod's own `encode` of the whole gives. `address` leads to the author's schema.
     */
    | {
        readonly kind: "codec";
        readonly wire: SchemaModel;
        readonly app: SchemaModel;
        readonly address: SchemaAddress;
      }
    | { readonly kind: "literal"; readonly values: readonly LiteralValue[] }
    /** Values of a `z.enum`, in zod's order. */
    | { readonly kind: "enum"; readonly values: readonly (string | number)[] }
    /** `type` is the TypeScript text of the literal type, backticks included. */
    | { readonly kind: "template_literal"; readonly pattern: string; readonly type: string }
    | {
        readonly kind: "object";
        readonly fields: readonly FieldModel[];
        readonly unknownKeys: "strip" | "strict" | "loose" | "catchall";
        readonly catchall?: SchemaModel;
      }
    | { readonly kind: "array"; readonly item: SchemaModel; readonly checks: readonly SizeCheck[] }
    | { readonly kind: "tuple"; readonly items: readonly SchemaModel[]; readonly rest?: SchemaModel }
    | {
        readonly kind: "record";
        readonly key: SchemaModel;
        readonly value: SchemaModel;
        /** `exhaustive`: every key of an enum must be there; `loose`: keys that do not match pass as they are. */
        readonly mode: "exhaustive" | "partial" | "loose";
        /** Its type says that any key may be missing (`z.partialRecord`), whatever the keys are. */
        readonly isPartial?: true;
      }
    | {
        readonly kind: "union";
        readonly options: readonly SchemaModel[];
        readonly discriminator?: string;
        /** Exactly one option may match (`z.xor`). */
        readonly isExclusive?: true;
        /** The options' wire forms could be mistaken for one another: `[index of the option, its form]` travels. */
        readonly isTagged?: true;
      }
    | { readonly kind: "intersection"; readonly left: SchemaModel; readonly right: SchemaModel }
    /** `exact`: the key may be absent but not `undefined`. */
    | { readonly kind: "optional"; readonly inner: SchemaModel; readonly exact: boolean }
    | { readonly kind: "nullable" | "readonly" | "nonoptional"; readonly inner: SchemaModel }
    /** `default` yields the value as it is; `prefault` reads it like input; `catch` yields it for anything else. */
    | { readonly kind: "default" | "prefault" | "catch"; readonly inner: SchemaModel; readonly value: Json }
    /** The author's own conversion: its result is known to TypeScript only. `accepts` is what goes in. */
    | {
        readonly kind: "transform";
        readonly accepts: SchemaModel;
        /** TypeScript text of what it yields, and where its names are imported from. */
        readonly yields: TypeText;
        /** A field of this schema may be missing from what it yields. */
        readonly mayBeAbsent?: true;
      }
    /** Another schema of the model, by its id: one that is exported (hence named) or that holds itself. */
    | { readonly kind: "reference"; readonly id: string }
    /** A schema that cannot cross the wire yet, or ever. */
    | { readonly kind: "unsupported"; readonly what: string; readonly reason: string; readonly mend: string }
  );

/** Every kind of a schema. */
export type SchemaKind = SchemaModel["kind"];

/** TypeScript text for a type that only the compiler knows. */
export interface TypeText {
  readonly text: string;
  /** Exported names that the text uses, and the file (from the project's root) or package they come from. */
  readonly imports: readonly { readonly name: string; readonly from: string }[];
}

/** A schema with a name of its own: exported by a contract file, or recursive. */
export interface NamedSchema {
  /** Unique within the model: the emitted identifier. */
  readonly id: string;
  readonly schema: SchemaModel;
  readonly place: Place;
  readonly docs?: Docs;
}
