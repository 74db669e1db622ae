import { randomBytes } from "node:crypto";
import { atEvent } from "../../../contracts/wire/index.js";
import type { Connection } from "../connection.js";
import { fromStored, isStoredMemory } from "../stored-value.js";
import type { Resumption } from "./channel-replay.js";
import type { ReplayEntry, ReplaySession } from "./replay-store.js";

/** Most earlier ids of a client that are remembered: of connections that were lost before they had caught up. */
const maxIds = 8;

/** What a {@link ReplayMember} is made of. */
export interface ReplayMemberOptions {
  readonly resumption: Resumption | undefined;
  /** Of the log, now. */
  readonly offset: number;
  readonly now: () => number;
  readonly save: (token: string, session: ReplaySession) => void;
}

/** A client that hears replayed events, while it is connected. */
export class ReplayMember {
  readonly connection: Connection;
  readonly token: string;
  /** Up to here whatever is for this client was sent. */
  sentOffset: number;
  /** Of the latest entry that was sent. */
  #lastSent: number;
  readonly #since: number;
  readonly #options: ReplayMemberOptions;
  readonly #ids: readonly string[];
  readonly #rooms: Map<string, number>;
  /** What comes while it catches up. */
  #pending: ReplayEntry[] | undefined;
  #isDirty = false;

  constructor(connection: Connection, options: ReplayMemberOptions) {
    const { resumption, offset } = options;
    this.connection = connection;
    this.token = resumption?.token ?? randomBytes(16).toString("base64url");
    this.#since = resumption?.session.since ?? offset;
    this.sentOffset = resumption ? offsetOf(resumption) : offset;
    this.#lastSent = resumption?.offset ?? offset;
    this.#options = options;
    this.#ids = [...(resumption?.session.ids ?? []), connection.id].slice(-maxIds);
    this.#rooms = new Map(Object.entries(resumption?.session.rooms ?? {}));
    this.#pending = resumption && [];
    for (const room of connection.socket.rooms) this.join(room);
    this.#save();
  }

  get session(): ReplaySession {
    // While it catches up, what it has not got lies behind where it began.
    const upTo = this.#pending ? this.sentOffset : Math.max(this.sentOffset, this.#options.now());
    return {
      ids: this.#ids,
      rooms: Object.fromEntries(this.#rooms),
      since: this.#since,
      progress: { sent: this.#lastSent, upTo },
    };
  }

  /** Puts the client into the rooms of its last connection; at once, where the adapter is one of Socket.IO's own. */
  rejoin(rooms: ReplaySession["rooms"]): void {
    const names = Object.keys(rooms);
    if (names.length === 0) return;
    Promise.resolve(this.connection.socket.join(names)).catch((err) =>
      this.connection.log.error({ err }, "rooms cannot be joined again"),
    );
  }

  join(room: string): void {
    if (room === this.connection.id || this.#rooms.has(room)) return;
    this.#rooms.set(room, this.#options.now());
    this.#save();
  }

  leave(room: string): void {
    if (this.#rooms.delete(room)) this.#save();
  }

  /** Takes an entry that is for this client. */
  take(entry: ReplayEntry): void {
    if (this.#pending) this.#pending.push(entry);
    else this.#send(entry);
  }

  /** Sends what was missed, then what came meanwhile. */
  catchUp(entries: readonly ReplayEntry[]): void {
    for (const entry of entries) if (this.#isFor(entry)) this.#send(entry);
    for (const entry of this.#pending ?? []) this.#send(entry);
    this.#pending = undefined;
    this.sentOffset = Math.max(this.sentOffset, entries.at(-1)?.offset ?? 0);
  }

  /** Whether an entry that was sent while the client was away is for it. */
  #isFor({ offset, rooms, except }: ReplayEntry): boolean {
    const isIn = (room: string) => this.#ids.includes(room) || (this.#rooms.get(room) ?? offset) < offset;
    return (rooms.length === 0 || rooms.some(isIn)) && !except.some(isIn);
  }

  #send(entry: ReplayEntry): void {
    const { offset, name, body } = entry;
    if (offset <= this.sentOffset) return;
    this.sentOffset = offset;
    this.#lastSent = offset;
    if (isStoredMemory(body)) this.connection.socket.emit(atEvent, offset, name, fromStored(body));
    else
      this.connection.sendText(atEvent, `${offset},${JSON.stringify(name)}${body === "" ? "" : `,${body}`}`);
  }

  /** At the end of what is done now: whoever joins one room often joins several. */
  #save(): void {
    if (this.#isDirty) return;
    this.#isDirty = true;
    queueMicrotask(() => {
      this.#isDirty = false;
      this.#options.save(this.token, this.session);
    });
  }
}

/**
 * Offset up to which a client has got whatever was for it. One that has got the last entry that was sent to it has missed
 * nothing up to where that was known: what was for others is of no account.
 */
function offsetOf({ offset, session: { since, progress } }: Resumption): number {
  return Math.max(offset, since, offset >= progress.sent ? progress.upTo : 0);
}
