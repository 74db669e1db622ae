import type { Socket } from "socket.io";
import type { ErrorPayload } from "../../../contracts/wire/index.js";
import type { Channel } from "../channel.js";

/** What Socket.IO keeps to itself of a namespace. */
interface Internals {
  /** Called with each client that leaves, or that does not come in after all. */
  _remove(socket: Socket): void;
}

/**
 * Counts the namespaces that each connection is in or on the way into: a client can ask for the same one again and again
 * while it is being admitted, and for as many as there are parameters.
 */
export function limitNamespaces({ namespace, limits, watch, definition }: Channel): void {
  const { maxNamespaces } = limits;
  namespace.use((socket, next) => {
    // Here for servers of somebody else's; the plugin has seen the connection before.
    limits.outgoing?.watch(socket.conn);
    const { sockets } = limits.budgetOf(socket.conn);
    if (sockets.size < maxNamespaces) {
      sockets.add(socket);
      next();
      return;
    }
    watch?.refusedClient(definition.name, "overloaded");
    const message = `A connection may be in ${maxNamespaces} namespaces.`;
    next(Object.assign(new Error(message), { data: { code: "overloaded", message } satisfies ErrorPayload }));
  });
  const internals = namespace as unknown as Internals;
  const remove = internals._remove.bind(namespace);
  internals._remove = (socket) => {
    remove(socket);
    limits.budgetOf(socket.conn).sockets.delete(socket);
    limits.idle?.watch(socket);
  };
}
