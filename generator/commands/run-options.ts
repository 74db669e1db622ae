/** What every form of `wirepact generate` is given. */
export interface RunOptions {
  /** The working folder; absolute. */
  readonly folder: string;
  /** Configuration file that the user named. */
  readonly config: string | undefined;
  readonly typeCheck: boolean;
  /** Whether warnings fail the run. */
  readonly isStrict: boolean;
  /** Whether warnings that are otherwise only counted are printed. */
  readonly listsWarnings: boolean;
}
