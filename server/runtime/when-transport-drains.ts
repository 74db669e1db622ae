import type { Socket } from "socket.io";

/** Frames that may wait in Engine.IO before items wait for them. */
const maxWaitingFrames = 16;

/** What is used of Engine.IO's socket; `writeBuffer` is private in its types. */
interface Transport {
  readonly writeBuffer: readonly unknown[];
  once(event: "drain", listener: () => void): unknown;
}

const waiting = new WeakMap<Transport, Set<() => void>>();

/** Whether more waits for the network than it takes right now. */
export function isCongested({ conn }: Socket): boolean {
  return (conn as unknown as Transport).writeBuffer.length >= maxWaitingFrames;
}

/**
 * Calls `listener` once the network has taken what waits for it. Listens once for each connection, however many streams wait
 * on it.
 */
export function whenTransportDrains({ conn }: Socket, listener: () => void): void {
  const transport = conn as unknown as Transport;
  const known = waiting.get(transport);
  if (known !== undefined) {
    known.add(listener);
    return;
  }
  const listeners = new Set([listener]);
  waiting.set(transport, listeners);
  transport.once("drain", () => {
    waiting.delete(transport);
    for (const each of listeners) each();
  });
}
