import type { Check } from "../../contracts/wire/check/index.js";
import { type PayloadCheck, shortenIssues, type Validation } from "../../contracts/wire/index.js";
import { payloadCheck } from "./payload-check.js";

/** Options of {@link fromContract}. */
export interface FromContractOptions {
  /** Whether the schema has places that take anything, so that what goes out has to be looked through. */
  readonly isOpaque?: boolean;
  /** Whether what goes out may hold more binary values than a packet carries. */
  readonly mayAttachMany?: boolean;
  /** Whether what comes in may hold a binary value. Default true. */
  readonly mayAttach?: boolean;
  /**
   * Makes the check that turns what travels into what zod takes, and back: for schemas of which a part (a Date, a
   * Map, …) travels in another form than its own.
   */
  readonly wire?: () => Check;
  /** Whether what is written has to go through zod's `encode`, because the schema holds a codec. */
  readonly isEncoded?: boolean;
}

/** What zod's schemas and those of zod/mini have in common. */
interface ZodSchema {
  readonly _zod: {
    run(
      payload: { value: unknown; issues: ZodIssue[] },
      options: { readonly direction: "backward"; readonly async: false },
    ): { readonly value: unknown; readonly issues: readonly ZodIssue[] };
  };
  safeParse(value: unknown): ZodResult;
  /** Missing in zod/mini. */
  safeEncode?(value: unknown): ZodResult;
}

interface ZodIssue {
  readonly code?: string;
  readonly path?: readonly PropertyKey[];
  readonly message?: string;
}

type ZodResult =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly error: { readonly issues: readonly ZodIssue[] } };

/**
 * Validates payloads with the contract's own zod schema, for the sake of the author's own code in it. Called by generated
 * code; zod itself is never imported, so that the contract's copy is the only one.
 *
 * The returned check throws for a schema with an asynchronous refinement or transform: nothing of a contract may wait.
 */
export function fromContract(schema: unknown, options: FromContractOptions = {}): PayloadCheck {
  if (!isZodSchema(schema)) {
    throw new TypeError("A contract's payload has to be a schema of zod 4 or zod/mini.");
  }
  const { isOpaque = false, mayAttachMany = false, mayAttach = true, isEncoded = false } = options;
  const parse = (value: unknown) => validate(() => schema.safeParse(value));
  const encode = isEncoded ? (value: unknown) => validate(() => encodeWith(schema, value)) : parse;
  if (!options.wire) return { read: parse, write: encode, isOpaque, mayAttachMany, mayAttach };
  const wire = payloadCheck(options.wire);
  return {
    read: (value) => {
      const decoded = wire.read(value);
      return decoded.ok ? parse(decoded.value) : decoded;
    },
    write: (value) => {
      const encoded = encode(value);
      return encoded.ok ? wire.write(encoded.value) : encoded;
    },
    mayAttachMany,
    mayAttach,
  };
}

function validate(run: () => ZodResult): Validation {
  let result: ZodResult;
  try {
    result = run();
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    if (isAsyncError(error)) {
      throw new Error(
        "A schema of the contract checks or transforms asynchronously. Make the check synchronous, or move it into the handler.",
        { cause: error },
      );
    }
    throw error;
  }
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, issues: shortenIssues(result.error.issues.map(speakingIssue)) };
}

/** A value that holds itself, or goes deeper than the call stack, under a schema that holds itself. */
const tooDeep: Validation = {
  ok: false,
  issues: [{ code: "too_deep", path: [], message: "nested too deeply, or holds itself" }],
};

function encodeWith(schema: ZodSchema, value: unknown): ZodResult {
  if (schema.safeEncode) return schema.safeEncode(value);
  const result = schema._zod.run({ value, issues: [] }, { direction: "backward", async: false });
  return result.issues.length === 0
    ? { success: true, data: result.value }
    : { success: false, error: { issues: result.issues } };
}

/** Zod gives its issues their texts last; zod/mini has none until a locale is set. */
function speakingIssue(issue: ZodIssue): ZodIssue & { readonly message: string } {
  return { ...issue, message: issue.message ?? "Invalid input" };
}

function isZodSchema(schema: unknown): schema is ZodSchema {
  return (
    typeof schema === "object" &&
    schema !== null &&
    "_zod" in schema &&
    "safeParse" in schema &&
    typeof schema.safeParse === "function"
  );
}

function isAsyncError(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === "$ZodAsyncError";
}
