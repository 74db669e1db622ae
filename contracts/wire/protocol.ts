/** Version of the wire, sent by generated clients in the handshake. */
export const protocolVersion = 1;

/**
 * Key within Socket.IO's `auth` under which a generated client says what it speaks. Names that begin with `$`
 * are wirepact's; a contract cannot declare them.
 */
export const handshakeKey = "$wirepact";

/** What a generated client says of itself under {@link handshakeKey}. */
export interface Handshake {
  readonly protocol: number;
  /** Fingerprint of the contract that it was generated from. */
  readonly contract: string;
}

/**
 * Event by which the caller withdraws a call that it marked with a {@link CallMark}; its payload is the id.
 * Either direction; to clients only when their handshake says that they know it.
 */
export const cancelEvent = "$cancel";

/** Event that tells a generated client why the server ends its connection, right before it does. */
export const closingEvent = "$closing";

/** Payload of {@link closingEvent}. */
export interface Closing {
  readonly reason: string;
}

/** Optional second argument of a call, from callers that may withdraw it. */
export interface CallMark {
  /** Unique among the sender's open calls on this connection. */
  readonly cancelId: number;
}
