import type { PresenceBoard } from "./presence-board.js";
import type { PresenceEntry } from "./room-presence.js";

/** Milliseconds between two signs of life. */
const heartbeatMs = 5_000;
/** Milliseconds of silence after which a process counts as gone. */
const silenceMs = 12_000;

/** A client of the sender's in a room: what it tells, or that it has gone. */
export type ReplicaChange =
  | readonly [room: string, clientId: string, id: string, data: unknown, atMs: number]
  | readonly [room: string, clientId: string];

/** What processes tell one another; `version` counts the sender's changes. */
export interface ReplicaMessage {
  readonly from: string;
  readonly version: number;
  /** What has changed with this version. */
  readonly changes?: readonly ReplicaChange[];
  /** Everything that the sender has. */
  readonly state?: readonly ReplicaChange[];
  /** The sender asks this process for its state; `"*"` asks all of them. */
  readonly ask?: string;
  /** The sender ends. */
  readonly isLast?: boolean;
}

/** What is known of another process. */
interface Replica {
  version: number;
  heardAtMs: number;
  isAsked: boolean;
}

/**
 * Keeps the board equal to those of other processes: each tells its own changes, numbered; a number that is missing makes
 * the others ask for everything. A process that is silent for too long is gone with its clients.
 */
export class PresenceReplicas {
  readonly #board: PresenceBoard;
  readonly #own: string;
  readonly #publish: (message: ReplicaMessage) => void;
  readonly #others = new Map<string, Replica>();
  readonly #heartbeat: NodeJS.Timeout;
  #version = 0;
  #pending: ReplicaChange[] = [];
  #isClosed = false;

  constructor(board: PresenceBoard, own: string, publish: (message: ReplicaMessage) => void) {
    this.#board = board;
    this.#own = own;
    this.#publish = publish;
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
    this.#heartbeat.unref();
    this.greet();
  }

  /** Asks everybody who is there. */
  greet(): void {
    this.#send({ ask: "*" });
  }

  /** Tells others of a client of this process, with all that changes before this turn's microtasks are over. */
  change(change: ReplicaChange): void {
    if (this.#pending.length === 0) queueMicrotask(() => this.#flush());
    this.#pending.push(change);
  }

  receive({ from, version, changes, state, ask, isLast }: ReplicaMessage): void {
    if (this.#isClosed || from === this.#own) return;
    if (isLast) {
      this.#lose(from);
      return;
    }
    const replica = this.#others.get(from) ?? { version: 0, heardAtMs: 0, isAsked: false };
    this.#others.set(from, replica);
    replica.heardAtMs = Date.now();
    if (state !== undefined) this.#replace(from, replica, version, state);
    else if (changes !== undefined && version === replica.version + 1) {
      replica.version = version;
      this.#apply(from, changes);
    } else if (version !== replica.version && !replica.isAsked) {
      replica.isAsked = true;
      this.#send({ ask: from });
    }
    if (ask === this.#own) this.#send({ state: this.#state() });
    else if (ask === "*") this.#send({});
  }

  /** Others are told at once that the clients of this process are gone. */
  close(): void {
    this.#send({ isLast: true });
    this.#isClosed = true;
    clearInterval(this.#heartbeat);
  }

  #send(message: Omit<ReplicaMessage, "from" | "version">): void {
    if (!this.#isClosed) this.#publish({ from: this.#own, version: this.#version, ...message });
  }

  #flush(): void {
    this.#version += 1;
    const changes = this.#pending;
    this.#pending = [];
    this.#send({ changes });
  }

  #beat(): void {
    const now = Date.now();
    for (const [origin, replica] of [...this.#others]) {
      // Its answer may have been lost.
      replica.isAsked = false;
      if (now - replica.heardAtMs > silenceMs) this.#lose(origin);
    }
    this.#send({});
  }

  #lose(origin: string): void {
    this.#others.delete(origin);
    this.#board.removeOrigin(origin);
  }

  #state(): ReplicaChange[] {
    // What is pending goes out with the next version and changes nothing by being told twice.
    return [...this.#board.entriesOf(this.#own)].map(([room, { clientId, id, data, atMs }]) => [
      room,
      clientId,
      id,
      data,
      atMs,
    ]);
  }

  #replace(origin: string, replica: Replica, version: number, state: readonly ReplicaChange[]): void {
    replica.version = version;
    replica.isAsked = false;
    const kept = new Set(state.map(([room, clientId]) => JSON.stringify([room, clientId])));
    for (const [room, { clientId }] of [...this.#board.entriesOf(origin)]) {
      if (!kept.has(JSON.stringify([room, clientId]))) this.#board.remove(room, clientId);
    }
    this.#apply(origin, state);
  }

  #apply(origin: string, changes: readonly ReplicaChange[]): void {
    for (const change of changes) {
      const [room, clientId] = change;
      if (change.length === 2) {
        this.#board.remove(room, clientId);
        continue;
      }
      const [, , id, data, atMs] = change;
      const entry: PresenceEntry = { clientId, origin, id, data, atMs };
      this.#board.set(room, entry);
    }
  }
}
