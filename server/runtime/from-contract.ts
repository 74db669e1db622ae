import { type PayloadCheck, shortenIssues, type Validation } from "../../contracts/wire/index.js";

/** Options of {@link fromContract}. */
export interface FromContractOptions {
  /** Whether the schema has places that take anything, so that what goes out has to be looked through. */
  readonly isOpaque?: boolean;
}

/** What zod's schemas and those of zod/mini have in common. */
interface ZodSchema {
  safeParse(value: unknown): ZodResult;
}

type ZodResult =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly error: { readonly issues: Parameters<typeof shortenIssues>[0] } };

/**
 * Validates payloads with the contract's own zod schema. Called by generated code; zod itself is never imported, so that
 * the contract's copy is the only one.
 *
 * The returned check throws for a schema with an asynchronous refinement or transform: nothing of a contract may wait.
 */
export function fromContract(schema: unknown, options: FromContractOptions = {}): PayloadCheck {
  if (!isZodSchema(schema)) {
    throw new TypeError("A contract's payload has to be a schema of zod 4 or zod/mini.");
  }
  const check = (value: unknown) => validate(schema, value);
  return { read: check, write: check, isOpaque: options.isOpaque ?? false };
}

function validate(schema: ZodSchema, value: unknown): Validation {
  let result: ZodResult;
  try {
    result = schema.safeParse(value);
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
  return { ok: false, issues: shortenIssues(result.error.issues) };
}

/** A value that holds itself, or goes deeper than the call stack, under a schema that holds itself. */
const tooDeep: Validation = {
  ok: false,
  issues: [{ code: "too_deep", path: [], message: "nested too deeply, or holds itself" }],
};

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
