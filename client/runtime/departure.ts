import type { Socket } from "socket.io-client";
import type { BatchWriter, WireError } from "../../contracts/wire/index.js";
import type { Prepared } from "./prepare-payload.js";

/** A reply to a call of the server: its value, or an error. */
export interface Answer extends Prepared {
  readonly isError?: boolean;
}

/** What answers one call of the server. */
export interface Acknowledge {
  (answer: Answer): void;
  /** Of the acknowledgement; the call is withdrawn by it. */
  readonly id: number;
}

/** Something that is to leave as soon as there is a connection: an event, a call or a reply. */
export interface Departure extends Answer {
  /** Empty for a reply. */
  readonly name: string;
  /** Of a call that has left; of a reply, the call's. */
  id?: number | undefined;
  /** For a call: takes its reply; `values` is all that the acknowledgement carries, if it came on its own. */
  readonly receive?: (ok: unknown, value: unknown, error: unknown, values?: readonly unknown[]) => void;
  /** For a reply: puts it on the wire, in its own way. */
  readonly write?: (departure: Departure, batch: BatchWriter, socket: Socket) => void;
  /** For a call: whether it may be withdrawn. */
  readonly isMarked?: boolean;
  /**
   * Tells that the connection ended first, or that it cannot leave; `by` is who ended the connection. Without it, it
   * is of no use on another connection, nor to anybody else.
   */
  readonly end?: (error: WireError, by: "client" | "server") => void;
}
