import type { Reply } from "../../contracts/wire/index.js";
import type { Connection, Unanswered } from "./connection.js";
import type { OpenCallParts } from "./open-call.js";

/** A repeat of a call that runs already: it is answered as that one. */
export class SharedAnswer implements Unanswered {
  readonly #connection: Connection;
  readonly #parts: OpenCallParts;
  readonly #leave: () => void;
  /** Whoever withdraws a repeat means the call. */
  readonly withdraw: () => void;

  constructor(
    connection: Connection,
    parts: OpenCallParts,
    { withdraw, leave }: { readonly withdraw: () => void; readonly leave: () => void },
  ) {
    this.#connection = connection;
    this.#parts = parts;
    this.withdraw = withdraw;
    this.#leave = leave;
    connection.calls.set(parts.id, this);
    if (parts.mark !== undefined) connection.marked.set(parts.mark, this);
  }

  answer(reply: Reply): void {
    const { id, mark } = this.#parts;
    this.abort();
    this.#connection.calls.delete(id);
    if (mark !== undefined) this.#connection.marked.delete(mark);
    if (this.#connection.socket.connected) this.#connection.answer(id, reply);
  }

  /** The connection is gone. */
  abort(): void {
    this.#leave();
  }
}
