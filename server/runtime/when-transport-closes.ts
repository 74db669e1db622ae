import type { EventEmitter } from "node:events";

const waiting = new WeakMap<EventEmitter, Set<() => void>>();

/**
 * Calls `listener` when an Engine.IO connection ends. Listens once for each connection, however many channels wait on it:
 * a client may ask for a channel again and again before the first answer, and Node warns of many listeners.
 *
 * @returns What stops the waiting, and leaves nothing behind with the last one.
 */
export function whenTransportCloses(transport: EventEmitter, listener: () => void): () => void {
  let listeners = waiting.get(transport);
  if (listeners === undefined) {
    listeners = new Set();
    waiting.set(transport, listeners);
    transport.on("close", tellAll);
  }
  const own = listeners;
  own.add(listener);
  return () => {
    if (own.delete(listener) && own.size === 0) stopListening(transport);
  };
}

function tellAll(this: EventEmitter): void {
  const listeners = [...(waiting.get(this) ?? [])];
  stopListening(this);
  for (const listener of listeners) listener();
}

function stopListening(transport: EventEmitter): void {
  waiting.delete(transport);
  transport.off("close", tellAll);
}
