/** What straight-line code gives for a value that it refuses, or is not sure of: the walker then decides. */
export const invalid: unknown = /* @__PURE__ */ Symbol("invalid");

/** Straight-line code for the happy path: the fresh value, or {@link invalid}. */
export interface StraightLine {
  readonly read?: (value: unknown) => unknown;
  readonly write?: (value: unknown) => unknown;
}
