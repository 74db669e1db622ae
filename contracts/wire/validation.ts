import type { Issue } from "./issue.js";

/** The verdict over one payload: a fresh value, or the issues. */
export type Validation =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * The seam behind which payloads are validated. The runtimes know no more of a schema than this; what stands behind it
 * (straight-line code, words, zod through the contract) is the generated file's affair. Neither function throws.
 */
export interface PayloadCheck {
  /** Checks what is about to leave: strips undeclared keys, runs no conversion that the reader runs. */
  readonly write: (value: unknown) => Validation;
  /** Checks what has come in and gives it the form that the reader asked for: defaults, transforms. */
  readonly read: (value: unknown) => Validation;
  /**
   * Whether a value that passes may still be no JSON: the schema has places that take anything. The runtimes
   * then look the value through before they send it.
   */
  readonly isOpaque?: boolean;
  /** Whether a value that passes may hold more binary values than a packet carries: the runtimes then count them. */
  readonly mayAttachMany?: boolean;
  /** Where the contract says that the payload is sensitive; on the server only. */
  readonly sensitive?: readonly SensitivePath[];
  /** Whether what comes in may hold a binary value; absent where nobody knows. */
  readonly mayAttach?: boolean;
}

/** From a payload to something in it; `null` stands for every item, entry or undeclared key. */
export type SensitivePath = readonly (string | number | null)[];
