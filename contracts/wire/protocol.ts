import type { ErrorPayload } from "./wire-error.js";

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
  /** Present in clients that read batches. */
  readonly batches?: true;
  /** Present in clients that read replayed events. */
  readonly replay?: ReplayHandshake;
}

/** Event by which a server tells a client that reads batches that it reads them too; its payload is a {@link Hello}. */
export const helloEvent = "$hello";

/** Payload of {@link helloEvent}. */
export interface Hello {
  readonly protocol: number;
  /** Present where the server goes on with the traces that its clients are in: {@link TraceMark}. */
  readonly traces?: true;
}

/** Event that carries what was sent within one tick, in order; its payload is a list of {@link BatchEntry}. */
export const batchEvent = "$";

/**
 * An event, a call with its id, or a reply under the complement (`-1 - id`) of the call's id: its value, or a zero and its
 * error. Ids are those of Socket.IO's acknowledgements.
 */
export type BatchEntry =
  | readonly [name: string, payload?: unknown, mark?: TraceMark]
  | readonly [id: number, name: string, payload?: unknown, mark?: TraceMark]
  | readonly [complement: number, value?: unknown]
  | readonly [complement: number, zero: 0, error: ErrorPayload];

/** Most entries of one batch; what stands behind them is refused. */
export const maxBatchEntries = 1_000;

/** Length of a batch in UTF-16 units beyond which nothing is added to it. */
export const maxBatchLength = 16_384;

/**
 * Event by which the caller withdraws a call that it marked with a {@link CallMark}; its payload is the id.
 * Either direction; to clients only when their handshake says that they know it.
 */
export const cancelEvent = "$cancel";

/**
 * Name under which a call is sent that outlives its connection; its payload is an {@link OnceCall}. Known under its key and
 * number it is run once, however often it arrives.
 */
export const onceEvent = "$once";

/**
 * The caller's key, the number of the call among the caller's, the number below which all of the caller's calls are settled,
 * and what the call is without all this.
 */
export type OnceCall = readonly [
  key: string,
  number: number,
  settledBelow: number,
  name: string,
  payload?: unknown,
];

/** Milliseconds after the loss of a connection for which a caller sends a call again: the server remembers for longer. */
export const repeatForMs = 60_000;

/** What a client that reads replayed events has from its last connection; empty with the first. */
export interface ReplayHandshake {
  readonly token?: string | undefined;
  /** Of the latest entry of the channel's log that the client has got, or that was not for it. */
  readonly offset?: number | undefined;
}

/** Event that tells such a client how far the log has come; its payload is a {@link ReplayNotice}. */
export const replayEvent = "$replay";

/** Payload of {@link replayEvent}. */
export interface ReplayNotice {
  /** What the client is known by over its connections; a secret. */
  readonly token?: string;
  /** Up to here the client has got whatever was for it. */
  readonly offset?: number;
  /** Events that the client may have missed for good. */
  readonly gap?: { readonly reason: "trimmed" | "forgotten"; readonly events: readonly string[] };
}

/** Event that carries a replayed one to such a client; its arguments are the offset, the name and the payload, if any. */
export const atEvent = "$at";

/** Event that tells a generated client why the server ends its connection, right before it does. */
export const closingEvent = "$closing";

/** Names of what travels about a family of rooms that clients see; docs/wire.md is the reference. */
export function roomEvents(family: string) {
  return {
    /** Call of a client: takes it into the room of the key that is its input. */
    join: `$join:${family}`,
    /** Call of a client: takes it out again. */
    leave: `$leave:${family}`,
    /** Event that tells a generated client that it is in the room of the key that is its payload. */
    joined: `$joined:${family}`,
    /** Event that tells a generated client that it is out again. */
    left: `$left:${family}`,
    /** Call of a client inside: asks who is present in the room of the key that is its input, and for every change from then on. */
    watch: `$watch:${family}`,
    /** Event that tells those who watch what has changed. */
    presence: `$presence:${family}`,
    /** Call of a client inside: tells the others of itself. */
    setPresence: `$setPresence:${family}`,
  } as const;
}

/**
 * Event that asks a generated client to let its calls end, to leave, and to come back on a new connection; its payload is a
 * {@link Move}. Calls that come later on this one are answered `overloaded`.
 */
export const moveEvent = "$move";

/** Payload of {@link moveEvent}. */
export interface Move {
  /** The server is about to close. */
  readonly code: "draining";
  /** Milliseconds after which the server ends the connection. */
  readonly withinMs: number;
}

/** Payload of {@link closingEvent}. */
export interface Closing {
  readonly reason: string;
  /** Why, for programs; absent where the reason says all. */
  readonly code?: ClosingCode;
}

/**
 * - `expired`: what the client authenticated with holds no longer; it may come back with what does.
 * - `too_slow`: the client does not read what is sent to it.
 */
export type ClosingCode = "expired" | "too_slow";

/** Call by which a connected client authenticates anew; its input is what the channel's `auth` asks for. */
export const reauthenticateEvent = "$reauthenticate";

/** Optional second argument of a call in its plain form, from callers that may withdraw it and send no batches. */
export interface CallMark {
  /** Unique among the sender's open calls on this connection. */
  readonly cancelId: number;
}

/** Optional second argument of a call, an event or the opening of a stream, to a server that has said that it reads it. */
export interface TraceMark {
  /** https://www.w3.org/TR/trace-context/#traceparent-header */
  readonly traceparent: string;
}
