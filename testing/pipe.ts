import { Duplex } from "node:stream";
import type { Traffic } from "./clock.js";
import { nextTick } from "./real-time.js";

/** How a pipe treats what is put into it; may change while it is open. */
export interface PipeRules {
  readonly traffic: Traffic;
  /** Whether whatever is sent is lost without a word, the end of the connection too. */
  readonly isSilent: boolean;
  /** Milliseconds that each piece is on its way. */
  readonly delayMs: number;
}

/** A piece on its way. */
interface Underway {
  isDue: boolean;
  readonly arrive: () => void;
  readonly lose: () => void;
}

/** Two streams of which each reads what the other writes: a TCP connection without a network. */
export function pipe(rules: PipeRules, isEncrypted: boolean): readonly [PipeEnd, PipeEnd] {
  const client = new PipeEnd(rules, isEncrypted);
  const server = new PipeEnd(rules, isEncrypted);
  client.peer = server;
  server.peer = client;
  return [client, server];
}

/** One end, with what Node's HTTP and `ws` ask of a `net.Socket`. */
export class PipeEnd extends Duplex {
  /** Set by {@link pipe}; none once the connection is cut. */
  peer: PipeEnd | undefined;
  readonly remoteAddress = "127.0.0.1";
  readonly encrypted: boolean;
  readonly #rules: PipeRules;
  /** Arrivals in the order of their departure; a delay that is shortened must not let one overtake another. */
  readonly #underway: Underway[] = [];

  constructor(rules: PipeRules, isEncrypted: boolean) {
    super();
    this.#rules = rules;
    this.encrypted = isEncrypted;
  }

  override _read(): void {
    // What arrives is pushed as it comes.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#send((peer) => peer.push(chunk));
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#send((peer) => peer.push(null));
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#send((peer) => peer.destroy());
    done(error);
  }

  /** Ends this side at once: what it sent and has not arrived never will. */
  cut(reason?: Error): void {
    this.peer = undefined;
    for (const { lose } of this.#underway.splice(0)) lose();
    this.destroy(reason);
  }

  #send(arrive: (peer: PipeEnd) => unknown): void {
    const { traffic, isSilent, delayMs } = this.#rules;
    if (isSilent || this.peer === undefined) return;
    traffic.sent++;
    traffic.inTransit++;
    const isDelayed = delayMs > 0;
    if (isDelayed) traffic.delayed++;
    const lose = () => {
      traffic.inTransit--;
      if (isDelayed) traffic.delayed--;
    };
    const item: Underway = {
      isDue: false,
      lose,
      arrive: () => {
        lose();
        // Silence swallows what was on its way when it fell.
        if (this.peer && !this.peer.destroyed && !this.#rules.isSilent) arrive(this.peer);
      },
    };
    this.#underway.push(item);
    const fallDue = () => {
      item.isDue = true;
      while (this.#underway[0]?.isDue) this.#underway.shift()?.arrive();
    };
    if (isDelayed) setTimeout(fallDue, delayMs);
    else nextTick(fallDue);
  }

  setTimeout(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}
