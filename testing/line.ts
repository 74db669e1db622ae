import { Agent } from "node:http";
import type { Duplex } from "node:stream";
import type { Traffic } from "./clock.js";
import { type PipeEnd, type PipeRules, pipe } from "./pipe.js";
import { nextTick } from "./real-time.js";

/** Takes the server's end of a new connection. */
export interface Accept {
  (end: Duplex): void;
  /** Whether the server takes connections that TLS has been taken off. */
  readonly isEncrypted: boolean;
}

/** One client's way to the server: each connection that its agent opens is a pipe in memory. */
export class Line implements PipeRules {
  readonly traffic: Traffic;
  readonly agent: Agent;
  isSilent = false;
  delayMs = 0;
  #isCut = false;
  readonly #accept: Accept;
  readonly #ends = new Set<PipeEnd>();

  constructor(traffic: Traffic, accept: Accept) {
    this.traffic = traffic;
    this.#accept = accept;
    this.agent = new LineAgent(() => this.#dial());
  }

  /** Ends every connection, and refuses new ones. */
  cut(): void {
    this.#isCut = true;
    this.#endAll();
  }

  /** Lets new connections through. Those that fell silent are ended: what they lost is never sent again. */
  mend(): void {
    this.#isCut = false;
    if (!this.isSilent) return;
    this.isSilent = false;
    this.#endAll();
  }

  #endAll(): void {
    for (const end of [...this.#ends]) end.cut();
  }

  #dial(): Duplex {
    const [client, server] = pipe(this, this.#accept.isEncrypted);
    if (this.#isCut) {
      // As the network says it: an error of the socket, after whoever dials has begun to listen.
      nextTick(() => client.cut(refused()));
      return client;
    }
    for (const end of [client, server]) {
      this.#ends.add(end);
      end.once("close", () => this.#ends.delete(end));
    }
    // While it is silent nobody hears of the new connection either.
    if (!this.isSilent) this.#accept(server);
    return client;
  }
}

class LineAgent extends Agent {
  readonly #dial: () => Duplex;

  constructor(dial: () => Duplex) {
    super();
    this.#dial = dial;
  }

  override createConnection(): Duplex {
    return this.#dial();
  }
}

function refused(): Error {
  return Object.assign(new Error("connect ECONNREFUSED: the test cut this client off"), {
    code: "ECONNREFUSED",
  });
}
