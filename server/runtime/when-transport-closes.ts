import type { EventEmitter } from "node:events";

const waiting = new WeakMap<EventEmitter, Set<() => void>>();

/**
 * Calls `listener` when an Engine.IO connection ends. Listens once for each connection, however many channels wait on it:
 * a client may ask for a channel again and again before the first answer, and Node warns of many listeners.
 *
 * @returns What stops the waiting.
 */
export function whenTransportCloses(transport: EventEmitter, listener: () => void): () => void {
  let listeners = waiting.get(transport);
  if (listeners === undefined) {
    const all = new Set<() => void>();
    waiting.set(transport, all);
    // The connection ends with its listeners.
    transport.once("close", () => {
      waiting.delete(transport);
      for (const each of [...all]) each();
    });
    listeners = all;
  }
  const own = listeners;
  own.add(listener);
  return () => own.delete(listener);
}
