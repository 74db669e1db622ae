import type { Namespace, Socket } from "socket.io";

/** Milliseconds that a namespace is kept which nobody has entered yet: it was opened to be sent to. */
const unusedMs = 60_000;

/** What Socket.IO keeps to itself of a namespace: its own closing of empty ones hangs on the same function. */
interface Internals {
  readonly _preConnectSockets: ReadonlyMap<string, Socket>;
  _createSocket(...parameters: unknown[]): Promise<Socket>;
  _remove(socket: Socket): void;
}

/** What {@link closeWhenEmpty} is told. */
export interface EmptyNamespaceOptions {
  /** Milliseconds that it is kept when the last client has gone. */
  readonly keptMs: number;
  /** Takes it out of Socket.IO's sight. */
  readonly forget: () => void;
}

/**
 * Closes a namespace once nobody is in it or on the way into it. Socket.IO's option `cleanupEmptyChildNamespaces` closes it
 * under the feet of a client that is being admitted while the last one leaves.
 *
 */
export function closeWhenEmpty(
  namespace: Namespace<never, never, never, unknown>,
  { keptMs, forget }: EmptyNamespaceOptions,
): void {
  const internals = namespace as unknown as Internals;
  let isClosed = false;
  /** Clients of whom Socket.IO does not know yet: it looks for what they left behind first. */
  let arriving = 0;

  const close = () => {
    if (isClosed || arriving + internals._preConnectSockets.size + namespace.sockets.size > 0) return;
    isClosed = true;
    forget();
    namespace.adapter.close();
  };
  const closeLater = (ms: number) => setTimeout(close, ms).unref();

  const createSocket = internals._createSocket.bind(namespace);
  internals._createSocket = async (...parameters) => {
    arriving++;
    try {
      return await createSocket(...parameters);
    } finally {
      arriving--;
    }
  };
  const remove = internals._remove.bind(namespace);
  internals._remove = (socket) => {
    remove(socket);
    if (namespace.sockets.size === 0) closeLater(keptMs);
  };
  closeLater(unusedMs);
}
