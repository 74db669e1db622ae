import type { Limits } from "./limits.js";
import type { Requires } from "./requires.js";
import type { ErrorSchemas, Schema } from "./schema.js";

/** What {@link call} takes. */
export interface CallOptions<
  Input extends Schema | undefined,
  Output extends Schema | undefined,
  Errors extends ErrorSchemas,
  Args extends Schema | undefined = undefined,
  Role extends string = string,
> {
  /** The payload of the request; leave it out for a call without an argument. */
  readonly input?: Input;
  /** In the place of `input`: a tuple of what stands behind the call's name, as code that is no wirepact sends it. */
  readonly args?: Args;
  /** The payload of the reply; leave it out for a call that is only acknowledged. */
  readonly output?: Output;
  /** Errors that the handler may answer with: their names, and the schema of each one's data. */
  readonly errors?: Errors;
  /** Milliseconds until the call ends with `timeout`, for caller and handler alike. Default 10,000. */
  readonly timeoutMs?: number;
  /**
   * `"plain"`: the acknowledgement is the value itself, each item of a tuple on its own, as code that is no wirepact
   * answers. There is no place for an error in it: a call that fails is not answered and ends with `timeout`.
   */
  readonly reply?: "plain";
  /**
   * For a call to the server: whether it outlives its connection. The generated client repeats it over reconnects until
   * its deadline, and the server runs it once however often it arrives: docs/delivery.md. Default false: a call that is
   * under way when the connection ends fails with `disconnected`, and is never sent twice.
   */
  readonly idempotent?: boolean;
  /**
   * The role that a client has to have, or any one of several: others are answered `unauthorized` before anything of
   * what they sent is looked at.
   */
  readonly requires?: Requires<Role>;
  /** For a call to the server: how often, how large and how many at a time. */
  readonly limits?: Limits;
}

/** A request with a typed reply, as declared with {@link call}. */
export interface CallDeclaration<
  Input extends Schema | undefined = Schema | undefined,
  Output extends Schema | undefined = Schema | undefined,
  Errors extends ErrorSchemas = ErrorSchemas,
  Args extends Schema | undefined = Schema | undefined,
  Role extends string = string,
> {
  readonly $wirepact: "call";
  readonly input: Input;
  readonly args: Args;
  readonly output: Output;
  readonly errors: Errors;
  readonly timeoutMs: number | undefined;
  readonly reply: "plain" | undefined;
  readonly idempotent: boolean;
  readonly requires: Requires<Role> | undefined;
  readonly limits: Limits | undefined;
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
  const Args extends Schema | undefined = undefined,
  const Role extends string = never,
>(
  options: CallOptions<Input, Output, Errors, Args, Role> = {},
): CallDeclaration<Input, Output, Errors, Args, Role> {
  return {
    ...options,
    $wirepact: "call",
    // The defaults of the type parameters are exactly what stands here for an absent option.
    input: options.input as Input,
    args: options.args as Args,
    output: options.output as Output,
    errors: (options.errors ?? {}) as Errors,
    timeoutMs: options.timeoutMs,
    reply: options.reply,
    idempotent: options.idempotent ?? false,
    requires: options.requires,
    limits: options.limits,
  };
}
