import type { ErrorSchemas, Schema } from "./schema.js";

/** What {@link call} takes. */
export interface CallOptions<
  Input extends Schema | undefined,
  Output extends Schema | undefined,
  Errors extends ErrorSchemas,
> {
  /** The payload of the request; leave it out for a call without an argument. */
  readonly input?: Input;
  /** The payload of the reply; leave it out for a call that is only acknowledged. */
  readonly output?: Output;
  /** Errors that the handler may answer with: their names, and the schema of each one's data. */
  readonly errors?: Errors;
  /** Milliseconds until the call ends with `timeout`, for caller and handler alike. Default 10,000. */
  readonly timeoutMs?: number;
  /**
   * For a call to the server: whether it outlives its connection. The generated client repeats it over reconnects until
   * its deadline, and the server runs it once however often it arrives: docs/delivery.md. Default false: a call that is
   * under way when the connection ends fails with `disconnected`, and is never sent twice.
   */
  readonly idempotent?: boolean;
}

/** A request with a typed reply, as declared with {@link call}. */
export interface CallDeclaration<
  Input extends Schema | undefined = Schema | undefined,
  Output extends Schema | undefined = Schema | undefined,
  Errors extends ErrorSchemas = ErrorSchemas,
> {
  readonly $wirepact: "call";
  readonly input: Input;
  readonly output: Output;
  readonly errors: Errors;
  readonly timeoutMs: number | undefined;
  readonly idempotent: boolean;
}

/**
 * Declares a request that is answered exactly once: by a reply, a declared error, or one of the error
 * codes of docs/wire.md. On the wire it is a Socket.IO event with an acknowledgement.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { call } from "wirepact/contract";
 *
 * export const rename = call({
 *   input: z.object({ name: z.string().min(1).max(40) }),
 *   output: z.boolean(),
 *   errors: { NameTaken: z.object({ suggestion: z.string() }) },
 *   timeoutMs: 2_000,
 * });
 * ```
 */
export function call<
  const Input extends Schema | undefined = undefined,
  const Output extends Schema | undefined = undefined,
  // biome-ignore lint/complexity/noBannedTypes: `{}` is the record that has no error names
  const Errors extends ErrorSchemas = {},
>(options: CallOptions<Input, Output, Errors> = {}): CallDeclaration<Input, Output, Errors> {
  return {
    ...options,
    $wirepact: "call",
    // The defaults of the type parameters are exactly what stands here for an absent option.
    input: options.input as Input,
    output: options.output as Output,
    errors: (options.errors ?? {}) as Errors,
    timeoutMs: options.timeoutMs,
    idempotent: options.idempotent ?? false,
  };
}
