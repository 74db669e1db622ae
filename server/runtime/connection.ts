import type { FastifyBaseLogger } from "fastify";
import type { Socket } from "socket.io";
import { type Closing, closingEvent, WireError } from "../../contracts/wire/index.js";
import type { Channel } from "./channel.js";
import type { OpenCall } from "./open-call.js";
import { Peer } from "./peer.js";
import type { Run } from "./run.js";
import { Target } from "./target.js";

/** What a client's admission leaves behind. */
export interface Admission {
  /** What `connect` returned. */
  readonly session: unknown;
  /** What the client presented, validated. */
  readonly auth: unknown;
  /** Whether the client presented our handshake, hence knows our packets. */
  readonly isGenerated: boolean;
}

/** How many different odd things of one connection are logged at level info; the rest goes to debug. */
const maxNotes = 32;
/** Characters of a name that a client chose that are kept. */
export const maxNameLength = 100;

/** One client on one channel, from its admission to its end. */
export class Connection {
  readonly channel: Channel;
  readonly socket: Socket;
  readonly id: string;
  readonly session: unknown;
  readonly auth: unknown;
  readonly isGenerated: boolean;
  /** Handlers that are at it. */
  readonly runs = new Set<Run>();
  /** Calls of the client that it may withdraw, by its own ids. */
  readonly withdrawable = new Map<number, OpenCall>();
  /** Ends the server's calls to this client. */
  readonly endCalls = new Set<(error: WireError) => void>();
  nextCancelId = 0;
  /** How many packets the client has sent under names that the contract does not have. */
  unknownPackets = 0;
  readonly #notes = new Set<string>();
  #log: FastifyBaseLogger | undefined;
  #peer: Peer | undefined;
  #others: Target | undefined;
  #rooms: object | undefined;

  constructor(channel: Channel, socket: Socket, admission: Admission) {
    this.channel = channel;
    this.socket = socket;
    this.id = socket.id;
    this.session = admission.session;
    this.auth = admission.auth;
    this.isGenerated = admission.isGenerated;
  }

  get log(): FastifyBaseLogger {
    this.#log ??= this.channel.log.child({ clientId: this.id });
    return this.#log;
  }

  get peer(): Peer {
    this.#peer ??= new Peer(this.channel, this.id);
    return this.#peer;
  }

  get others(): Target {
    this.#others ??= new Target(this.channel, this.channel.namespace.except(this.id));
    return this.#others;
  }

  get rooms(): object {
    this.#rooms ??= new this.channel.groups.memberships(this);
    return this.#rooms;
  }

  /** Logs what a client did wrong: at level info the first time, so that nobody can flood the log. */
  note(what: string, member: string, details: object = {}): void {
    const name = member.slice(0, maxNameLength);
    const key = `${what} ${name}`;
    const bindings = { member: name, ...details };
    if (this.#notes.has(key) || this.#notes.size >= maxNotes) {
      this.log.debug(bindings, what);
      return;
    }
    this.#notes.add(key);
    this.log.info(bindings, what);
  }

  /** Ends the channel for this client; the connection that it may share with other channels stays. */
  disconnect(reason?: string): void {
    if (this.isGenerated && reason !== undefined) {
      const closing: Closing = { reason };
      this.socket.emit(closingEvent, closing);
    }
    this.socket.disconnect();
  }

  /** The client is gone: whoever works for it or waits for it is told. */
  end(reason: string): void {
    const error = new WireError("disconnected", `The client is gone: ${reason}.`, { mayHaveRun: true });
    for (const run of [...this.runs]) run.abort(error);
    this.runs.clear();
    for (const endCall of [...this.endCalls]) endCall(error);
  }
}
