import type { BatchWriter } from "../../contracts/wire/index.js";

let waiting: BatchWriter[] = [];

/** Lets what is in a batch leave at the end of this turn of the event loop. */
export function flushLater(batch: BatchWriter): void {
  // Some wait twice, having left meanwhile; then there is nothing left to leave.
  if (waiting.push(batch) === 1) setImmediate(flushAll);
}

/** Lets everything leave that waits for the end of this turn. */
export function flushAll(): void {
  const batches = waiting;
  waiting = [];
  for (const batch of batches) batch.flush();
}
