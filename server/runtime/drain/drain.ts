import type { FastifyBaseLogger } from "fastify";
import { defaultTimeoutMs, WireError } from "../../../contracts/wire/index.js";
import type { Channel } from "../channel.js";
import type { ChannelFamily } from "../channel-family.js";
import type { Connection } from "../connection.js";
import { emptyChannels } from "./empty-channels.js";
import { now } from "./real-time.js";

/** What a server says of itself, for a readiness probe: `app.sockets`. */
export interface SocketsState {
  /** Whether new clients are welcome: from the end of the start-up to the beginning of the close. */
  readonly isReady: boolean;
  /** Whether the server has begun to close. It stays so. */
  readonly isDraining: boolean;
}

type Channels = readonly (Channel | ChannelFamily)[];

/** The end of a server's channels: clients are asked to move, what is under way ends, the rest is cut off. */
export class Drain implements SocketsState {
  readonly #log: FastifyBaseLogger;
  readonly #drainMs: number;
  #isOpen = false;
  #isDraining = false;
  #endsAtMs: number | undefined;
  #done: Promise<void> | undefined;

  /** @param drainMs - How long it may take; default: what a call may. */
  constructor(log: FastifyBaseLogger, drainMs = defaultTimeoutMs) {
    this.#log = log;
    this.#drainMs = drainMs;
  }

  get isReady(): boolean {
    return this.#isOpen && !this.#isDraining;
  }

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Clients are welcome from now on. */
  open(): void {
    this.#isOpen = true;
  }

  /** Nobody is welcome any more. */
  begin(): void {
    this.#isDraining = true;
  }

  /** Asks a client to move that has come while all are asked; nothing happens before that. */
  meet(connection: Connection): void {
    if (this.#endsAtMs !== undefined) connection.move(this.#endsAtMs);
  }

  /**
   * Settles once nobody is there and no call is under way, or when the time is up: what still runs of idempotent calls is
   * then ended. Never rejects.
   */
  run(channels: Channels): Promise<void> {
    this.begin();
    this.#done ??= this.#empty(channels).then(() => end(channels));
    return this.#done;
  }

  /** Ends what runs of idempotent calls, for which nobody has to be there. */
  end(channels: Channels): void {
    this.begin();
    end(channels);
  }

  async #empty(channels: Channels): Promise<void> {
    if (this.#drainMs <= 0) return;
    this.#endsAtMs = now() + this.#drainMs;
    await emptyChannels(channels, { log: this.#log, drainMs: this.#drainMs, endsAtMs: this.#endsAtMs });
  }
}

function end(channels: Channels): void {
  for (const call of channels.flatMap((channel) => channel.listOnceRunning())) {
    call.abandon(
      new WireError("disconnected", "The server closed while the call ran.", { mayHaveRun: true }),
    );
  }
}
