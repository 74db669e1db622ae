/** A client, as {@link LimitOptions.key} sees it. */
export interface LimitedClient {
  /** Name of the channel's export. */
  readonly channel: string;
  /** Socket.IO's id of the client on the channel. */
  readonly id: string;
  /** What `connect` returned. */
  readonly session: unknown;
  /** What the client presented, validated. */
  readonly auth: unknown;
}

/** A limiter that several processes share: what is used of those of the package `rate-limiter-flexible`. */
export interface SharedLimiter {
  /**
   * Takes a point of the key's. Rejects with an object that has `msBeforeNext` where there is none, and with an `Error` where it
   * cannot be known.
   */
  consume(key: string): Promise<unknown>;
}

/** Bytes that may wait in the server's memory for one connection because its client does not read. */
export interface OutgoingLimitOptions {
  /**
   * From here on calls of the client, and openings of streams, are answered `overloaded` and not run. Default 1,000,000.
   */
  readonly refuseCallsBytes?: number;
  /** From here on the connection is closed, with the code `too_slow`. Default 8,000,000. */
  readonly closeBytes?: number;
}

/** Connections that only take place. */
export interface ConnectionLimitOptions {
  /**
   * Connections of one address, or of one /64 of IPv6; one more is answered with HTTP 429. The address is Fastify's `request.ip`:
   * behind a proxy it is the client's only with `trustProxy`. Default 1,000. Not on a server that channels are attached to.
   */
  readonly perAddress?: number | false;
  /**
   * Milliseconds that a connection may be in no namespace. One that has left its last one is closed after them; one that has
   * never been in any has `connectTimeoutMs` on top, unless Socket.IO's own `connectTimeout` is given. Default 5,000. Not on a
   * server that channels are attached to.
   */
  readonly joinWithinMs?: number | false;
}

/**
 * What one connection, with all channels on it, may do. A number takes the place of a default, `false` switches the limit off.
 * The contract may say otherwise of a call, an event or a stream: docs/limits.md.
 */
export interface LimitOptions {
  /** Calls, events and openings of streams a second, in a batch or alone. Default 100. */
  readonly perSecond?: number | false;
  /** How many of them at once, after a silence. Default twice `perSecond`: 200. */
  readonly burst?: number;
  /** Calls that are not answered yet. Default 64. */
  readonly maxInFlight?: number | false;
  /** Bytes of a payload: of its JSON in UTF-8, and of binary values beside it. Default 100,000. */
  readonly maxBytes?: number | false;
  /** Rooms that a client is in as it asks to join another one. Default 100. */
  readonly maxRooms?: number | false;
  /** Namespaces, which are channels and, of one with parameters, each set of them. Default 16. */
  readonly maxNamespaces?: number | false;
  /** Levels of arrays and objects in a payload. Default 64. Without it the depth of the call stack is the limit. */
  readonly maxDepth?: number | false;
  /** Values in a payload, containers included. Default 100,000. */
  readonly maxNodes?: number | false;
  /**
   * `false` to have binary values taken that no schema has a place for: for listeners of the application's own. By default they are
   * let go as they come in.
   */
  readonly binary?: false;
  /** How many connections there may be, and how long they may do nothing; `false` for any. */
  readonly connections?: ConnectionLimitOptions | false;
  /** What may wait to be sent; `false` for anything. */
  readonly outgoing?: OutgoingLimitOptions | false;
  /**
   * Whose part a client takes in {@link LimitOptions.store}, over all connections and processes: a user's name. `undefined` for a
   * client that is limited by its connection alone.
   */
  readonly key?: (client: LimitedClient) => string | undefined;
  /** `new RateLimiterRedis({ … })`, or another limiter of `rate-limiter-flexible`. Default none. */
  readonly store?: SharedLimiter;
}
