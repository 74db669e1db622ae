/**
 * Anything that zod made: a schema of zod or of zod/mini.
 *
 * Constrained by its marker only, on purpose: naming `ZodType` here would make the compiler compare
 * every schema of every contract structurally, which costs the user seconds in the editor.
 */
export interface Schema {
  readonly _zod: object;
}

/** Error names with the schema of each one's data; `z.void()` for an error that carries none. */
export type ErrorSchemas = Readonly<Record<string, Schema>>;
