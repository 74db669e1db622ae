import type { Socket } from "socket.io";

/** What is used of Socket.IO's client. */
interface Client {
  readonly conn: { readonly readyState: string; close(): void };
  readonly sockets: ReadonlyMap<string, unknown>;
}

/** Closes connections that have left their last namespace and do not come back to another one. */
export class IdleConnections {
  readonly #afterMs: number;
  readonly #isComing: (transport: object) => boolean;
  /** Since when, the longest first. */
  readonly #idle = new Map<Client, number>();
  #timer: NodeJS.Timeout | undefined;

  /** @param isComing - Whether a connection is on the way into a namespace. */
  constructor(afterMs: number, isComing: (transport: object) => boolean) {
    this.#afterMs = afterMs;
    this.#isComing = isComing;
  }

  /** To be called with each client that leaves a namespace. */
  watch({ client }: Socket): void {
    const left = client as unknown as Client;
    if (left.conn.readyState !== "open") return;
    this.#idle.delete(left);
    this.#idle.set(left, performance.now());
    this.#arm();
  }

  /** One timer for all, there while somebody is waited for. */
  #arm(): void {
    if (this.#timer !== undefined) return;
    const [next] = this.#idle.values();
    if (next === undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#close();
        this.#arm();
      },
      Math.max(1, next + this.#afterMs - performance.now()),
    );
    this.#timer.unref();
  }

  #close(): void {
    const untilMs = performance.now() - this.#afterMs;
    for (const [client, sinceMs] of this.#idle) {
      if (sinceMs > untilMs) return;
      this.#idle.delete(client);
      if (client.sockets.size === 0 && !this.#isComing(client.conn)) client.conn.close();
    }
  }
}
