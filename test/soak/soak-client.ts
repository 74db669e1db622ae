import { connectChannel, isWireError } from "wirepact/client";
import type { CallLedger } from "./call-ledger.js";
import { type EventCounts, EventLedger } from "./event-ledger.js";
import { type SoakClient, soakClientDefinition, topicCount } from "./soak-channel.js";
import type { StreamLedger } from "./stream-ledger.js";

/** Milliseconds until a call gives up. */
export const callTimeoutMs = 15_000;
/** Milliseconds between two deeds, about. */
const pauseMs = 400;

/** What all clients share. */
export interface Notes {
  readonly calls: CallLedger;
  readonly streams: StreamLedger;
  readonly events: EventCounts;
  readonly sentTo: (topic: number) => number;
  /** Over all clients. */
  nextOrder: number;
}

/** A client that calls, listens, streams, joins and leaves until it is told to stop. */
export class BusyClient {
  readonly #url: string;
  readonly #notes: Notes;
  #client: SoakClient;
  #heard: EventLedger;
  #isOver = false;
  readonly #working: Promise<void>;

  constructor(url: string, notes: Notes) {
    this.#url = url;
    this.#notes = notes;
    ({ client: this.#client, heard: this.#heard } = this.#connect());
    this.#working = this.#work();
  }

  /** How many events are still to come. */
  get awaited(): number {
    return this.#heard.awaited;
  }

  /** Settles when nothing of it is under way; it goes on listening. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#working;
  }

  close(): void {
    this.#client.close();
  }

  #connect() {
    const client = connectChannel<SoakClient>(soakClientDefinition, this.#url, {
      transports: ["websocket"],
      reconnectionDelayMs: 20,
      reconnectionDelayMaxMs: 500,
    });
    const heard = new EventLedger(this.#notes.events, this.#notes.sentTo);
    client.on.posted((event) => heard.hear(event));
    client.on.posted.gap(() => heard.hearGap());
    return { client, heard };
  }

  async #work(): Promise<void> {
    await this.#join();
    while (!this.#isOver) {
      await this.#do(Math.random());
      await new Promise((resolve) => setTimeout(resolve, pauseMs * 2 * Math.random()));
    }
  }

  async #do(chance: number): Promise<void> {
    const { calls, streams } = this.#notes;
    const { call, stream } = this.#client;
    const order = this.#notes.nextOrder++;
    const options = { timeoutMs: callTimeoutMs };
    if (chance < 0.45) await calls.call("charge", order, () => call.charge.safe({ order }, options));
    else if (chance < 0.8) await calls.call("look", order, () => call.look.safe({ order }, options));
    else if (chance < 0.9) await streams.read(stream.count, Math.ceil(Math.random() * 200));
    else if (chance < 0.95) await this.#join();
    else if (chance < 0.99) await this.#leave();
    else {
      this.#client.close();
      ({ client: this.#client, heard: this.#heard } = this.#connect());
      await this.#join();
    }
  }

  async #join(): Promise<void> {
    const topic = Math.floor(Math.random() * topicCount);
    if (this.#heard.topics.includes(topic)) return;
    this.#heard.joining(topic);
    await untilAnswered(() => this.#client.call.join.safe(String(topic)));
    this.#heard.joined(topic);
  }

  async #leave(): Promise<void> {
    const [, topic] = this.#heard.topics;
    if (topic === undefined) return;
    this.#heard.leave(topic);
    await untilAnswered(() => this.#client.call.leave.safe(String(topic)));
  }
}

/** Joining and leaving may run more than once. */
async function untilAnswered(
  make: () => Promise<{ readonly ok: boolean; readonly error?: unknown }>,
): Promise<void> {
  for (;;) {
    const { ok, error } = await make();
    if (ok) return;
    if (!isWireError(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
