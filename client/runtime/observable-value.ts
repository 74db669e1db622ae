import type { Observable } from "./client-types.js";

/** An observable value together with the right to change it. */
export interface ObservableValue<Value> extends Observable<Value> {
  set(value: Value): void;
}

/**
 * Makes an observable value.
 *
 * @param onThrow - Takes what a listener throws; the other listeners are called all the same.
 */
export function observableValue<Value>(
  initial: Value,
  onThrow: (error: unknown) => void,
): ObservableValue<Value> {
  let current = initial;
  // A Set of wrappers: the same function subscribed twice is called twice and stopped one by one.
  const listeners = new Set<{ readonly call: (value: Value) => void }>();
  return {
    get value() {
      return current;
    },
    subscribe(listener) {
      const entry = { call: listener };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    set(value) {
      current = value;
      for (const entry of [...listeners]) {
        // A listener that changed the value has already told everybody of the newer one.
        if (current !== value) return;
        if (!listeners.has(entry)) continue;
        try {
          entry.call(value);
        } catch (error) {
          onThrow(error);
        }
      }
    },
  };
}
