import type { FastifyBaseLogger } from "fastify";
import type { Socket } from "socket.io";
import {
  batchEvent,
  type CallMark,
  type Closing,
  type ClosingCode,
  closingEvent,
  type ErrorPayload,
  type Move,
  moveEvent,
  type ReplayHandshake,
  type Reply,
  WireError,
} from "../../contracts/wire/index.js";
import type { Channel } from "./channel.js";
import { now } from "./drain/real-time.js";
import { holdsMemory } from "./holds-memory.js";
import type { Identity } from "./identity.js";
import type { ConnectionBudget } from "./limits/connection-budget.js";
import { MemberUse } from "./limits/member-use.js";
import { reportLastRefused } from "./limits/report-refused.js";
import { spendEntry } from "./limits/spend-entry.js";
import type { OpenStream } from "./open-stream.js";
import { Outbox } from "./outbox.js";
import { Peer } from "./peer.js";
import { receiveBatch } from "./receive-batch.js";
import { receivePacket } from "./receive-packet.js";
import type { Resumption } from "./replay/channel-replay.js";
import type { Run } from "./run.js";
import { sendWhenRead, unread } from "./send-when-read.js";
import {
  acknowledge,
  notifyOutgoing,
  type Packet,
  type Receiver,
  request,
  sendEvent,
  sendText,
} from "./socket-internals.js";
import { Target } from "./target.js";

/** What a client's admission leaves behind. */
export interface Admission {
  readonly identity: Identity;
  /** Whether the client presented our handshake, hence knows our packets. */
  readonly isGenerated: boolean;
  /** Whether the client reads batches, and this server writes them. */
  readonly readsBatches: boolean;
  /** What a client that reads replayed events brings along, if it is one. */
  readonly replay?: ReplayHandshake | undefined;
  readonly resumption?: Resumption | undefined;
}

/** A call of the client's that is not answered yet, as its connection sees it. */
export interface Unanswered {
  /** The caller wants no answer any more. */
  withdraw(): void;
  /** The connection is gone. */
  abort(reason: WireError): void;
}

/** How many different odd things of one connection are logged at level info; the rest goes to debug. */
const maxNotes = 32;
/** Characters of a name that a client chose that are kept. */
export const maxNameLength = 100;

/** What a call is answered that comes when its client was asked to move. */
export const movingError: ErrorPayload = {
  code: "overloaded",
  message: "The server is about to close. Nothing ran: call again on a new connection.",
  retryAfterMs: 1_000,
};

/** One client on one channel, from its admission to its end. What an idle one does not need is made when it is needed. */
export class Connection implements Receiver {
  readonly channel: Channel;
  readonly socket: Socket;
  readonly id: string;
  readonly isGenerated: boolean;
  readonly readsBatches: boolean;
  /** Who the client is, as of now. */
  identity: Identity;
  /** Ends that identity; there where it has an end. */
  expiryTimer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the client is sent away to come back with something better: what it would miss is kept. */
  isAskedBack = false;
  /** What the connection that it may share with other channels has used of its limits. */
  readonly budget: ConnectionBudget;
  /** Why there is nobody any more. */
  ended: WireError | undefined;
  /** Whether the client was asked to come back on another connection: no call of it is run on this one any more. */
  isMoving = false;
  /** How many packets the client has sent under names that the contract does not have. */
  unknownPackets = 0;
  /** Streams that the client has open, by its own ids; made with the first one. */
  streams: Map<number, OpenStream> | undefined;
  #runs: Set<Run> | undefined;
  #calls: Map<number, Unanswered | OpenStream> | undefined;
  #marked: Map<number, Unanswered> | undefined;
  #endCalls: Set<(error: WireError) => void> | undefined;
  #notes: Set<string> | undefined;
  #uses: Map<string, MemberUse> | undefined;
  #outbox: Outbox | undefined;
  #log: FastifyBaseLogger | undefined;
  #peer: Peer | undefined;
  #others: Target | undefined;
  #rooms: object | undefined;

  constructor(channel: Channel, socket: Socket, admission: Admission) {
    this.channel = channel;
    this.socket = socket;
    this.id = socket.id;
    this.identity = admission.identity;
    this.isGenerated = admission.isGenerated;
    this.readsBatches = admission.readsBatches;
    this.budget = channel.limits.budgetOf(socket.conn);
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

  /** Handlers whose signals are aborted when the client goes. */
  get runs(): Set<Run> {
    this.#runs ??= new Set();
    return this.#runs;
  }

  /** Calls and streams of the client that are not answered yet, by the ids of their acknowledgements. */
  get calls(): Map<number, Unanswered | OpenStream> {
    this.#calls ??= new Map();
    return this.#calls;
  }

  /** Those among them that it marked, by its marks. */
  get marked(): Map<number, Unanswered> {
    this.#marked ??= new Map();
    return this.#marked;
  }

  /** Ends the server's calls to this client. */
  get endCalls(): Set<(error: WireError) => void> {
    this.#endCalls ??= new Set();
    return this.#endCalls;
  }

  /** What the client has used of the limits that a member has of its own. */
  useOf(member: string): MemberUse {
    this.#uses ??= new Map();
    const known = this.#uses.get(member);
    if (known !== undefined) return known;
    const made = new MemberUse();
    this.#uses.set(member, made);
    return made;
  }

  /** Takes an event off the wire; false leaves it to Socket.IO. Never throws. */
  receive(packet: Packet): boolean {
    // Socket.IO's parser lets an event without anything through.
    const { data = [], id } = packet;
    if (this.readsBatches && data[0] === batchEvent && id === undefined) {
      receiveBatch(this, data);
      return true;
    }
    return receivePacket(this, data, id);
  }

  /** Whether a call is under way, in either direction. */
  get isBusy(): boolean {
    return (this.#calls?.size ?? 0) + (this.#endCalls?.size ?? 0) > 0;
  }

  /** Counts what is nothing: a reply that nobody awaits, a word to a stream that is over. */
  receiveStray(name: string): void {
    spendEntry(this, undefined, name);
  }

  /** Whether one of the client's calls has this id or this mark. */
  isOpen(id: number, mark: number | undefined): boolean {
    if (this.#calls?.has(id)) return true;
    return mark !== undefined && this.#marked?.has(mark) === true;
  }

  /** Withdraws a call of the client's by its mark or, for one without, by its id; false where there is none. */
  withdraw(what: unknown): boolean {
    if (typeof what !== "number") return false;
    const call = this.#marked?.get(what) ?? (this.readsBatches ? this.#calls?.get(what) : undefined);
    call?.withdraw();
    return call !== undefined;
  }

  /** Sends an event. Throws for what cannot be encoded. */
  send(name: string, values: readonly unknown[], isVolatile = false): void {
    const { socket } = this;
    if (this.channel.definition.writesBlobs) {
      const onUnread = (err: unknown) => this.log.error({ err }, `\`${name}\` is not sent: ${unread}`);
      const write = () => this.send(name, values, isVolatile);
      if (sendWhenRead(this, values, { write, onUnread })) return;
    }
    if (isVolatile) socket.volatile.emit(name, ...values);
    else if (!this.readsBatches || !this.#put(name, values)) socket.emit(name, ...values);
  }

  /** Sends an event that is of no use on another connection: Socket.IO's recovery keeps no copy of it. */
  sendOnce(name: string, value: unknown): void {
    if (!this.readsBatches || !this.#put(name, [value])) sendEvent(this.socket, [name, value]);
  }

  /**
   * Sends a call whose acknowledgement is awaited under `id`, and gives what the client knows it by when it is withdrawn:
   * nothing where the client does not know of that. Throws for what cannot be encoded.
   *
   * @param takesMark - Whether there is room for a mark behind the values.
   */
  ask(name: string, values: readonly unknown[], id: number, takesMark: boolean): number | undefined {
    if (this.readsBatches) {
      if (!this.#put(name, values, id)) request(this.socket, id, [name, ...values]);
      return id;
    }
    if (!this.isGenerated || !takesMark) {
      request(this.socket, id, [name, ...values]);
      return undefined;
    }
    // An older generated client: it has to be told.
    const mark: CallMark = { cancelId: id };
    request(this.socket, id, [name, values[0] ?? null, mark]);
    return id;
  }

  /** Answers a call. Throws for what cannot be encoded. */
  answer(id: number, reply: Reply): void {
    const content = reply.ok ? reply.value : reply.error;
    if (this.channel.definition.writesBlobs) {
      const onUnread = (err: unknown) => {
        this.log.error({ err }, `a reply is not sent: ${unread}`);
        this.answer(id, {
          ok: false,
          error: { code: "bad_output", message: `The reply is not sent: ${unread}.` },
        });
      };
      if (sendWhenRead(this, content, { write: () => this.answer(id, reply), onUnread })) return;
    }
    if (!this.readsBatches || holdsMemory(content)) acknowledge(this.socket, id, [reply]);
    else this.#openOutbox().answer(id, !reply.ok, JSON.stringify(content));
  }

  /** Answers a call whose acknowledgement is plain. Throws for what cannot be encoded. */
  answerPlain(id: number, values: readonly unknown[]): void {
    if (this.channel.definition.writesBlobs) {
      const onUnread = (err: unknown) => this.log.error({ err }, `a reply is not sent: ${unread}`);
      if (sendWhenRead(this, values, { write: () => this.answerPlain(id, values), onUnread })) return;
    }
    acknowledge(this.socket, id, values);
  }

  /** Sends an event whose arguments are encoded already; JSON, without the brackets. */
  sendText(name: string, values: string): void {
    if (this.readsBatches) this.#openOutbox().send(JSON.stringify(name), values);
    else this.socket.emit(name, ...JSON.parse(`[${values}]`));
  }

  /** Lets everything leave that was sent in this turn. */
  flush(): void {
    this.#outbox?.flush();
  }

  /** False for what holds memory, and for several arguments: they travel on their own. */
  #put(name: string, values: readonly unknown[], id?: number): boolean {
    const [value] = values;
    if (values.length > 1 || holdsMemory(value)) return false;
    this.#openOutbox().send(JSON.stringify(name), JSON.stringify(value), id);
    notifyOutgoing(this.socket, [name, ...values]);
    return true;
  }

  #openOutbox(): Outbox {
    this.#outbox ??= new Outbox(this.channel.address, (frame) => sendText(this.socket, frame));
    return this.#outbox;
  }

  /** Logs what a client did wrong: at level info the first time, so that nobody can flood the log. */
  note(what: string, member: string, details: object = {}): void {
    const name = member.slice(0, maxNameLength);
    const key = `${what} ${name}`;
    const bindings = { member: name, ...details };
    this.#notes ??= new Set();
    if (this.#notes.has(key) || this.#notes.size >= maxNotes) {
      this.log.debug(bindings, what);
      return;
    }
    this.#notes.add(key);
    this.log.info(bindings, what);
  }

  /** Asks the client to come back on another connection before this one ends; at a time of {@link now}'s clock. */
  move(endsAtMs: number): void {
    if (this.isMoving) return;
    this.isMoving = true;
    const move: Move = { code: "draining", withinMs: Math.max(0, Math.ceil(endsAtMs - now())) };
    if (this.isGenerated) this.sendOnce(moveEvent, move);
  }

  /** Ends the channel for this client; the connection that it may share with other channels stays. */
  disconnect(reason?: string, code?: ClosingCode): void {
    if (this.isGenerated && reason !== undefined) {
      const closing: Closing = { reason, ...(code && { code }) };
      this.send(closingEvent, [closing]);
    }
    this.socket.disconnect();
  }

  /** The client is gone: whoever works for it or waits for it is told. */
  end(reason: string): void {
    const error = new WireError("disconnected", `The client is gone: ${reason}.`, { mayHaveRun: true });
    this.ended = error;
    clearTimeout(this.expiryTimer);
    reportLastRefused(this);
    for (const call of [...(this.#calls?.values() ?? [])]) call.abort(error);
    for (const run of [...(this.#runs ?? [])]) run.abort(error);
    for (const endCall of [...(this.#endCalls ?? [])]) endCall(error);
  }
}
