/** What the contract allows a client of one call, event or stream; in the place of what the server allows by default. */
export interface MemberLimits {
  /** How many a second; `burst` is there where this is. */
  readonly perSecond?: number;
  /** How many at once. */
  readonly burst?: number;
  /** Bytes of a payload: of its JSON in UTF-8, and of what travels beside it. */
  readonly maxBytes?: number;
  /** How many may be under way at the same time. */
  readonly maxInFlight?: number;
}

/**
 * Milliseconds after which somebody comes again who has too much under way. Nobody knows when one of them ends; much less
 * would be a flood of its own, and much more would be felt.
 */
export const inFlightRetryMs = 250;
