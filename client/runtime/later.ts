/** After what the application does in this tick: at the end of the turn of the event loop, or of the task. */
export const later: (flush: () => void) => void =
  (globalThis as { readonly setImmediate?: (flush: () => void) => void }).setImmediate ?? queueMicrotask;
