import type { Socket } from "socket.io";
import type { ErrorPayload } from "../../contracts/wire/index.js";

/**
 * Counts the namespaces with parameters that each connection is in or on the way into: a client can ask for as many as
 * there are parameters, where those without are as many as there are channels.
 */
export class NamespaceLimit {
  readonly #max: number;
  readonly #byConnection = new WeakMap<object, Set<Socket>>();

  constructor(max: number) {
    this.#max = max;
  }

  /** Counts a socket in, or says why it is one too many. */
  enter(socket: Socket): ErrorPayload | undefined {
    const sockets = this.#byConnection.get(socket.conn) ?? new Set();
    this.#byConnection.set(socket.conn, sockets);
    if (sockets.size >= this.#max) {
      return {
        code: "overloaded",
        message: `A connection may be in ${this.#max} namespaces with parameters.`,
      };
    }
    sockets.add(socket);
    return undefined;
  }

  /** Counts a socket out; nothing happens for one that was not counted in. */
  leave(socket: Socket): void {
    this.#byConnection.get(socket.conn)?.delete(socket);
  }
}
