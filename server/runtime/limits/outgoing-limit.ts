import type { FastifyBaseLogger } from "fastify";
import type { ErrorPayload } from "../../../contracts/wire/index.js";
import { closeConnection } from "./close-connection.js";
import type { Limits } from "./limits.js";
import { countResponse, hasUnsent, type Transport } from "./unsent-bytes.js";

/** Bytes that may wait for a client that does not take them. */
export interface OutgoingBounds {
  /** From here on its calls are refused. */
  readonly refuseCallsBytes: number;
  /** From here on it is disconnected. */
  readonly closeBytes: number;
}

/** Milliseconds after which a call may be tried again. */
const retryAfterMs = 1_000;

const limitKey: unique symbol = Symbol("wirepact.outgoing");

/** A connection whose limit is known to the functions of ours that all of them share. */
interface Watched extends Transport {
  [limitKey]?: OutgoingLimit | undefined;
}

/**
 * Bounds what waits in the server's memory for clients that do not read. It is looked at where something is sent or a call is
 * taken, and only while something waits.
 */
export class OutgoingLimit {
  readonly #bounds: OutgoingBounds;
  readonly #limits: Limits;
  readonly #log: FastifyBaseLogger;

  constructor(bounds: OutgoingBounds, limits: Limits, log: FastifyBaseLogger) {
    this.#bounds = bounds;
    this.#limits = limits;
    this.#log = log;
  }

  /** Watches a connection of Engine.IO's, whatever it is in; nothing happens for one that is watched already. */
  watch(transport: object): void {
    // Every connection of Engine.IO's has this form.
    const watched = transport as Watched;
    if (Object.hasOwn(watched, limitKey)) return;
    watched[limitKey] = this;
    watched.sendPacket = sendAndLook;
    const { transport: inner } = watched;
    if (inner.doWrite !== undefined) inner.doWrite = writeAndCount;
  }

  /** Why a client's call is not run. */
  refuseCall(transport: object): ErrorPayload | undefined {
    // As above.
    if (!hasUnsent(transport as Transport, this.#bounds.refuseCallsBytes)) return undefined;
    const message = "Too much waits for you already: read what has been sent.";
    return { code: "overloaded", message, retryAfterMs };
  }

  /** Closes a connection for which too much waits. */
  look(transport: Transport): void {
    if (transport.readyState !== "open" || !hasUnsent(transport, this.#bounds.closeBytes)) return;
    // The goodbye is sent, too.
    (transport as Watched)[limitKey] = undefined;
    const { remoteAddress } = transport;
    this.#log.info({ remoteAddress }, "client is disconnected: it does not read what is sent to it");
    dropWaiting(transport);
    const reason = "You do not read what is sent to you.";
    closeConnection(transport, this.#limits.budgetOf(transport).sockets, { reason, code: "too_slow" });
  }
}

/** What would not be read makes room for the goodbye; attachments of a packet that has left follow it. */
function dropWaiting({ writeBuffer }: Transport): void {
  const first = writeBuffer.findIndex(({ data }) => typeof data === "string");
  if (first >= 0) writeBuffer.length = first;
}

function sendAndLook(
  this: Watched,
  type: string,
  data: unknown,
  options?: unknown,
  callback?: unknown,
): void {
  prototypeOf(this).sendPacket.call(this, type, data, options, callback);
  if (this.writeBuffer.length > 0) this[limitKey]?.look(this);
}

type Polling = Transport["transport"];

function writeAndCount(this: Polling, data: unknown, options: unknown, done: () => void): void {
  if (this.res) countResponse(this, this.res);
  prototypeOf(this).doWrite?.call(this, data, options, done);
}

function prototypeOf<Value extends object>(value: Value): Value {
  return Object.getPrototypeOf(value) as Value;
}
