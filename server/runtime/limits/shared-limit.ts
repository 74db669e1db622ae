import type { ErrorPayload } from "../../../contracts/wire/index.js";
import type { Connection } from "../connection.js";
import type { Identity } from "../identity.js";
import type { LimitedClient, SharedLimiter } from "./limit-options.js";

/** Entries of one connection that may wait for the store: as many as a batch has. */
const maxWaiting = 1_000;
/** Milliseconds after which somebody comes again where the store is slow. */
const storeRetryMs = 1_000;
/** Milliseconds within which a store that fails is logged once. */
const quietMs = 1_000;

/** A limit that a user has over all of their connections, on all processes; the only one that is waited for. */
export class SharedLimit {
  readonly #keyOf: (client: LimitedClient) => string | undefined;
  readonly #store: SharedLimiter;
  readonly #lines = new WeakMap<Connection, Line>();
  #failedAtMs = -quietMs;

  constructor(keyOf: (client: LimitedClient) => string | undefined, store: SharedLimiter) {
    this.#keyOf = keyOf;
    this.#store = store;
  }

  /**
   * Calls `run` once the store has answered, and behind whatever the client has sent before: with the refusal, or without one.
   * Not where the client is gone by then.
   *
   * @param isFree - Takes its turn and costs nothing.
   */
  enter(connection: Connection, isFree: boolean, run: (refusal?: ErrorPayload) => void): void {
    const line = this.#lineOf(connection);
    if (line.waiting >= maxWaiting) {
      run({ code: "overloaded", message: "Too much waits for its turn.", retryAfterMs: storeRetryMs });
      return;
    }
    line.waiting++;
    const verdict = isFree || line.key === undefined ? undefined : this.#consume(connection, line.key);
    line.last = Promise.all([verdict, line.last]).then(([refusal]) => {
      line.waiting--;
      // `run` is what takes a packet: it never throws.
      if (connection.ended === undefined) run(refusal);
    });
  }

  #lineOf(connection: Connection): Line {
    const known = this.#lines.get(connection);
    const { id, identity, channel } = connection;
    // Who authenticates anew may be somebody else.
    if (known !== undefined && known.identity === identity) return known;
    const { session, auth } = identity;
    const key = this.#keyOf({ channel: channel.definition.name, id, session, auth });
    const line: Line = known ?? { key, identity, waiting: 0, last: undefined };
    line.key = key;
    line.identity = identity;
    this.#lines.set(connection, line);
    return line;
  }

  /** A store that fails lets everything through: what a connection may do is still bounded. */
  async #consume(connection: Connection, key: string): Promise<ErrorPayload | undefined> {
    try {
      await this.#store.consume(key);
    } catch (error) {
      // Object() makes any value safe to look into.
      const { msBeforeNext } = Object(error) as { readonly msBeforeNext?: unknown };
      if (typeof msBeforeNext === "number") {
        const message = "You have sent more than you may for now.";
        return { code: "rate_limited", message, retryAfterMs: Math.max(1, Math.ceil(msBeforeNext)) };
      }
      const nowMs = performance.now();
      if (nowMs - this.#failedAtMs >= quietMs) {
        this.#failedAtMs = nowMs;
        connection.log.error(
          { err: error },
          "the store of limits failed: clients are limited by connection alone",
        );
      }
    }
    return undefined;
  }
}

/** What a connection has sent and the store has not answered yet. */
interface Line {
  key: string | undefined;
  /** Whose key it is. */
  identity: Identity;
  waiting: number;
  last: Promise<void> | undefined;
}
