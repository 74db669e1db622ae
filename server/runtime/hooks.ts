import type { FastifyBaseLogger } from "fastify";

/** Something that failed on the server: a client is told no more than its incident, if there is anybody to tell. */
export interface Failure {
  /** What was thrown; a {@link WireError} with code `bad_output` for a reply that breaks the contract. */
  readonly error: unknown;
  /** Where: `chat.postMessage`, `chat.auth`, `onStart`. */
  readonly place: string;
  /** The id that the log's entry has, and that a client is told where it is answered `internal`. */
  readonly incident: string;
  /** Socket.IO's id of the client's connection; `undefined` where none had a part in it. */
  readonly clientId: string | undefined;
}

/** Something that a client has sent under a name that the contract does not have. It is not run, and is logged. */
export interface UnknownPacket {
  /** Name of the channel's export. */
  readonly channel: string;
  /** What stands in the name's place, cut off behind 100 characters. */
  readonly name: string;
  /** Socket.IO's id of the client's connection. */
  readonly clientId: string;
  /** How many of them this client has sent on this channel since it connected, this one among them. */
  readonly count: number;
  /** Ends the channel for the client. */
  disconnect(reason?: string): void;
}

/** What a client has sent beyond its rate: of calls it was refused, of events it was dropped. */
export interface RateExcess {
  /** Name of the channel's export. */
  readonly channel: string;
  /** What it sent last, cut off behind 100 characters; `undefined` where the client is gone by now. */
  readonly name: string | undefined;
  /** Socket.IO's id of the client's connection. */
  readonly clientId: string;
  /** How many there were since this was last told, on all channels of the connection. */
  readonly count: number;
  /** Ends the channel for the client. */
  disconnect(reason?: string): void;
}

/** What `onStart` is given. */
export interface AppStart<Sockets> {
  /** Every channel's emitters: `app.sockets`. */
  readonly sockets: Sockets;
  /** Aborted when the app begins to close, while clients are still there. */
  readonly signal: AbortSignal;
  readonly log: FastifyBaseLogger;
}

/** Hooks of the app that watch and answer nothing. What they throw is logged, and goes no further. */
export interface AppHooks {
  /** Told of each failure that is masked or logged, of every channel; ahead of a channel's own `onError`. */
  onError?(failure: Failure): void | Promise<void>;
  /** Told of what clients send under names that no contract has. */
  onUnknown?(packet: UnknownPacket): void | Promise<void>;
  /** Told of clients that send more than they may: at once, then at most once a second for each connection. */
  onRateLimited?(excess: RateExcess): void | Promise<void>;
}
