import type { Socket } from "socket.io";
import { longestDelayMs } from "../../../contracts/wire/index.js";

/** What is used of Socket.IO's client. */
interface Client {
  readonly conn: Transport;
  readonly sockets: ReadonlyMap<string, unknown>;
}

interface Transport {
  readonly readyState: string;
  close(): void;
  on(event: "close", listener: (this: Transport) => void): unknown;
  off(event: "close", listener: (this: Transport) => void): unknown;
}

interface Left {
  readonly client: Client;
  readonly sinceMs: number;
}

/** Closes connections that have left their last namespace and do not come back to another one. */
export class IdleConnections {
  readonly #afterMs: number;
  readonly #isComing: (transport: object) => boolean;
  /** In the order of leaving. */
  readonly #left = new Map<Transport, Left>();
  readonly #forgetThis: (this: Transport) => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param isComing - Whether a connection is on the way into a namespace. */
  constructor(afterMs: number, isComing: (transport: object) => boolean) {
    this.#afterMs = afterMs;
    this.#isComing = isComing;
    const forget = (transport: Transport) => this.#forget(transport);
    this.#forgetThis = function () {
      forget(this);
    };
  }

  /** To be called with each client that leaves a namespace. */
  watch(socket: Socket): void {
    // Socket.IO hides what this uses.
    const client = socket.client as unknown as Client;
    const { conn } = client;
    if (conn.readyState !== "open") return;
    if (!this.#left.delete(conn)) conn.on("close", this.#forgetThis);
    this.#left.set(conn, { client, sinceMs: performance.now() });
    this.#arm();
  }

  #forget(transport: Transport): void {
    transport.off("close", this.#forgetThis);
    this.#left.delete(transport);
    if (this.#left.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** One timer for all, there while somebody is waited for. */
  #arm(): void {
    if (this.#timer !== undefined) return;
    const [next] = this.#left.values();
    if (next === undefined) return;
    const inMs = Math.min(next.sinceMs + this.#afterMs - performance.now(), longestDelayMs);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#close();
        this.#arm();
      },
      Math.max(1, inMs),
    );
    this.#timer.unref();
  }

  #close(): void {
    const untilMs = performance.now() - this.#afterMs;
    for (const [transport, { client, sinceMs }] of this.#left) {
      if (sinceMs > untilMs) return;
      this.#forget(transport);
      if (client.sockets.size === 0 && !this.#isComing(transport)) transport.close();
    }
  }
}
