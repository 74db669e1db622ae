/** A file as it has to be on disk. */
export interface EmittedFile {
  /** Path from the output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
