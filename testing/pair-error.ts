/** Why a wait of a {@link SocketPair} ended without what it waited for. */
export type PairErrorCode =
  /** An event did not come within its deadline. */
  | "WP_NOT_HEARD"
  /** An event came that should not have come. */
  | "WP_HEARD"
  /** A condition did not come true within its deadline. */
  | "WP_NOT_TRUE"
  /** What travels between server and clients never came to rest. */
  | "WP_NOT_SETTLED"
  /** The client is none that this pair connected. */
  | "WP_NOT_OF_PAIR";

/** An error of the test kit, told apart by `code`. */
export class PairError extends Error {
  override readonly name = "PairError";
  readonly code: PairErrorCode;

  constructor(code: PairErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
