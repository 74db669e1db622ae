import { addReply, type BatchWriter, batchWriter, newPace, type Pace } from "../../contracts/wire/index.js";

/**
 * What leaves for one client in this turn of the event loop, which ends when all input that was there has been taken in.
 */
export class Outbox {
  readonly #batch: BatchWriter;
  readonly #pace: Pace = newPace();

  constructor(address: string, write: (frame: string) => void) {
    this.#batch = batchWriter(address, write);
  }

  /** Sends an event or, with an id, a call; see {@link BatchWriter.add}. */
  send(name: string, payload: string | undefined, id?: number): void {
    this.#batch.add(name, payload, id);
    this.#step();
  }

  /** Sends a reply; see {@link addReply}. */
  answer(id: number, isError: boolean, content: string | undefined): void {
    addReply(this.#batch, id, isError, content);
    this.#step();
  }

  /** Lets everything leave. */
  flush(): void {
    this.#batch.flush();
  }

  endTurn(): void {
    this.#pace.endTick();
    this.#batch.flush();
  }

  #step(): void {
    if (this.#pace.step() && inUse.push(this) === 1) atEndOfTurn(endTurn);
    if (this.#pace.isLone()) this.#batch.flush();
  }
}

/** Taken now: a test that stops the clock means to stop no frames. */
const atEndOfTurn = setImmediate;

let inUse: Outbox[] = [];

function endTurn(): void {
  const outboxes = inUse;
  inUse = [];
  for (const outbox of outboxes) outbox.endTurn();
}

/** Lets everything leave that waits for the end of this turn, whoever it is for. */
export function flushAll(): void {
  for (const outbox of inUse) outbox.flush();
}
