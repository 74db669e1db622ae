/** A place in a source file. */
export interface Place {
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** A documentation comment of the contract. */
export interface Docs {
  /** The comment's text without its stars, tags included; lines parted by `\n`. */
  readonly text: string;
  /** Whether a `@deprecated` tag is among it. */
  readonly deprecated: boolean;
}
