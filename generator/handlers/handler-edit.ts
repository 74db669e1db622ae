/** A handler file that is to be made, or added to. */
export interface HandlerEdit {
  readonly kind: "create" | "add";
  /** Absolute. */
  readonly file: string;
  readonly channel: string;
  /** Names of the handlers that come in. */
  readonly handlers: readonly string[];
  /** The whole text that the file is to have. */
  readonly text: string;
}
