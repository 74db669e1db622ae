/**
 * What a client may send of one call, event or stream: checked by the generated client before it sends, and by the server.
 * Each takes the place of the server's own limit for this member (docs/limits.md); what is left out stays the server's.
 */
export type Limits = RateLimits & {
  /** Bytes of a payload: of its JSON, and of binary values beside it; of a stream, of its input and of each item. */
  readonly maxBytes?: number;
  /** How many of it one client may have under way. */
  readonly maxInFlight?: number;
};

/** How fast: a whole number a second, and how many of them may come at once. */
type RateLimits =
  | {
      readonly perSecond: number;
      /** From `perSecond` on; default twice as many. */
      readonly burst?: number;
    }
  | { readonly perSecond?: undefined; readonly burst?: undefined };
