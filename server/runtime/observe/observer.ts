/** A member of a channel, as its contract has it: nothing in it is a client's word. One object for each, for as long as the app is there. */
export interface ObservedMember {
  /** Name of the channel's export. */
  readonly channel: string;
  /** Its name in the contract; `(unknown)` stands for every name that the contract does not have. */
  readonly member: string;
  readonly kind: "call" | "event" | "stream";
  /** Who sends it. */
  readonly from: "client" | "server";
}

/** Where a run of a handler comes from. */
export interface RunOrigin {
  /** Where the client's trace goes on, if it says so: a text of its own choice. */
  readonly traceparent?: string | undefined;
  /** Socket.IO's id of the client's connection. */
  readonly clientId: string;
}

/** What an {@link Observer} has to say to one run of a handler, or to one call to a client. */
export interface RunObserver {
  /** Runs the handler, exactly once, and gives what it gives: the place for a context that follows what is asynchronous. */
  within?<Result>(run: () => Result): Result;
  /**
   * Called once, when the call is answered, the event's handler is done, or the stream is over.
   *
   * @param code - `ok`, or the code that the other side is answered with; `disconnected` where it is gone.
   */
  end?(code: string): void;
}

/** What is there at a given moment. */
export interface ServerState {
  /** Clients that are connected to this process, by channel; one that parameters lead to many namespaces of counts all of them. */
  readonly connections: ReadonlyMap<string, number>;
  /** Bytes that wait to be taken by the network, over all connections. */
  readonly outgoingBytes: number;
}

/**
 * Watches what the server does: what counts it, times it or follows it. Every method is called as things happen and has to
 * return at once; what one throws is logged, and changes nothing. Names and codes are of closed lists: those of the contract,
 * those of wirepact, and `(unknown)` or `(other)` for all else.
 *
 * Make one of your own, or take `promMetrics`.
 */
export interface Observer {
  /** Whether it has a use for {@link RunOrigin.traceparent}: clients are told to send it. */
  readonly readsTraces?: boolean;
  /**
   * Told ahead of the first client how to ask what is there.
   *
   * @returns What is called when the app has closed.
   */
  open?(state: () => ServerState): (() => void) | undefined;
  /** A client is let in. */
  connected?(channel: string): void;
  /** @param reason - Socket.IO's. */
  disconnected?(channel: string, reason: string): void;
  /**
   * A client is not let in.
   *
   * @param channel - `(unknown)` where it asked for none that there is.
   */
  refusedClient?(channel: string, code: string): void;
  /** A handler is about to run for a client, or a call to a client is about to leave. */
  begin?(member: ObservedMember, origin: RunOrigin): RunObserver | undefined;
  /** No handler runs for what a client sent: it is refused, or it repeats an idempotent call whose answer is known (`ok`). */
  notRun?(member: ObservedMember, code: string): void;
  /** An event leaves: once, however many it is for. */
  sent?(member: ObservedMember): void;
}
