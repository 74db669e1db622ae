import { batchEvent, maxBatchLength, type Reply } from "../../contracts/wire/index.js";
import type { Connection } from "./connection.js";
import { encodePayload } from "./encode-payload.js";
import { sendText } from "./socket-internals.js";

/**
 * What leaves for one client in this turn of the event loop: it travels as one frame, or in its plain form when it is
 * alone. Everything is encoded when it is put in, so that what cannot be encoded costs nobody else anything, and
 * what changes later is sent as it was.
 */
export class Outbox {
  readonly #connection: Connection;
  /** What waits, behind `2/chat,["$",[`. Meaningless while `#count` is 0. */
  #entries = "";
  /** The first of them as a frame of its own. */
  #plain = "";
  #count = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Puts in an event or, with an id, a call. False for one that holds memory: it travels on its own. */
  send(name: string, values: readonly unknown[], id?: number): boolean {
    const payload = values.length === 0 ? "" : encodePayload(values[0]);
    if (payload === undefined) return false;
    const rest = payload === "" ? `${JSON.stringify(name)}]` : `${JSON.stringify(name)},${payload}]`;
    const { address } = this.#connection.channel;
    if (id === undefined) this.#add(`[${rest}`, `2${address}[${rest}`);
    else this.#add(`[${id},${rest}`, `2${address}${id}[${rest}`);
    return true;
  }

  /** Puts in a reply. False for one that holds memory. */
  answer(id: number, reply: Reply): boolean {
    const content = reply.ok ? reply.value : reply.error;
    const payload = content === undefined ? "" : encodePayload(content);
    if (payload === undefined) return false;
    const { address } = this.#connection.channel;
    if (!reply.ok) this.#add(`[${~id},0,${payload}]`, `3${address}${id}[{"ok":false,"error":${payload}}]`);
    else if (payload === "") this.#add(`[${~id}]`, `3${address}${id}[{"ok":true}]`);
    else this.#add(`[${~id},${payload}]`, `3${address}${id}[{"ok":true,"value":${payload}}]`);
    return true;
  }

  /** Lets everything leave. */
  flush(): void {
    const count = this.#count;
    if (count === 0) return;
    const { socket, channel } = this.#connection;
    const text = count === 1 ? this.#plain : `2${channel.address}["${batchEvent}",[${this.#entries}]]`;
    this.#count = 0;
    this.#entries = "";
    this.#plain = "";
    sendText(socket, text);
  }

  #add(entry: string, plain: string): void {
    if (this.#count > 0 && this.#entries.length + entry.length > maxBatchLength) this.flush();
    if (this.#count++ === 0) {
      this.#entries = entry;
      this.#plain = plain;
      waitForTurn(this);
    } else {
      this.#entries += `,${entry}`;
    }
  }
}

let waiting: Outbox[] = [];

/** Some wait twice, having left meanwhile; then there is nothing left to leave. */
function waitForTurn(outbox: Outbox): void {
  if (waiting.push(outbox) === 1) setImmediate(flushAll);
}

/** Lets everything leave that waits for the end of this turn. */
export function flushAll(): void {
  const outboxes = waiting;
  waiting = [];
  for (const outbox of outboxes) outbox.flush();
}
