import { type ReplayHandshake, type ReplayNotice, replayEvent } from "../../../contracts/wire/index.js";
import type { Channel, ServerEvent } from "../channel.js";
import type { Connection } from "../connection.js";
import { isForbidden } from "../deny-access.js";
import { isThenable } from "../run.js";
import { fromStored, toStored } from "../stored-value.js";
import { type Audience, idsOf } from "./audience.js";
import { ReplayMember } from "./replay-member.js";
import type {
  MissedEntries,
  ReplayEntry,
  ReplayLimits,
  ReplayLog,
  ReplaySession,
  ReplayStore,
} from "./replay-store.js";

/** What a client brings back from its last connection. */
export interface Resumption {
  readonly token: string;
  readonly session: ReplaySession;
  readonly offset: number;
}

/** Milliseconds after which sessions are saved again. */
const shortestPeriodMs = 100;
const longestPeriodMs = 30_000;

function periodOf(shortestMs: number): number {
  return Math.min(Math.max(shortestMs / 4, shortestPeriodMs), longestPeriodMs);
}

/** There where the channel has events that are replayed. */
export function channelReplay(channel: Channel, store: ReplayStore): ChannelReplay | undefined {
  const events = Object.entries(channel.definition.serverToClient).flatMap(([name, member]) =>
    member.kind === "event" && member.replay ? [[name, member.replay] as const] : [],
  );
  return events.length > 0 ? new ChannelReplay(channel, store, Object.fromEntries(events)) : undefined;
}

/**
 * The events of a channel that reach clients which were away: keeps them, sends them to whoever is there, and to whoever
 * comes back what it has missed.
 */
export class ChannelReplay {
  readonly #channel: Channel;
  readonly #store: ReplayStore;
  readonly #events: Readonly<Record<string, ReplayLimits>>;
  readonly #members = new Map<string, ReplayMember>();
  #log: ReplayLog | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Of the latest entry that everybody here was sent. */
  #offset = 0;
  /** What the store is at; the app waits for it when it closes. */
  readonly #pending = new Set<Promise<void>>();

  constructor(channel: Channel, store: ReplayStore, events: Readonly<Record<string, ReplayLimits>>) {
    this.#channel = channel;
    this.#store = store;
    this.#events = events;
  }

  async open(): Promise<void> {
    const { definition, log, namespace } = this.#channel;
    this.#log = await this.#store.open({
      channel: definition.name,
      events: this.#events,
      deliver: (entry) => this.#deliver(entry),
      onGap: (events) => {
        for (const member of this.#members.values())
          this.#tell(member, { gap: { reason: "trimmed", events } });
      },
      onError: (err) => log.error({ err }, "the log of replayed events failed"),
    });
    this.#offset = this.#log.offset;
    const { adapter } = namespace;
    adapter.on("join-room", (room: string, id: string) => this.#members.get(id)?.join(room));
    adapter.on("leave-room", (room: string, id: string) => this.#members.get(id)?.leave(room));
    const shortestMs = Math.min(...Object.values(this.#events).map(({ keepMs }) => keepMs));
    this.#timer = setInterval(() => this.#refresh(), periodOf(shortestMs));
    this.#timer.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#pending);
    await this.#log?.close();
  }

  /** Sends an event to whoever is there, and keeps it. Throws for what cannot be encoded. */
  send({ name }: ServerEvent, [value]: readonly unknown[], { rooms, except }: Audience): void {
    const appended = this.#opened.append({ name, rooms, except, body: toStored(value) });
    this.#settle(appended, () => {
      // Nobody knows whether it was kept.
      for (const member of this.#members.values()) {
        this.#tell(member, { gap: { reason: "trimmed", events: [name] } });
      }
    });
  }

  /** What a client that was here before has left; nothing for one that is new or was away for too long. */
  async resume({ token, offset }: ReplayHandshake): Promise<Resumption | undefined> {
    if (token === undefined || offset === undefined) return undefined;
    try {
      const session = await this.#opened.loadSession(token);
      return session && { token, session, offset };
    } catch (err) {
      // Let in as one that was away for too long.
      this.#channel.log.error({ err }, "the log of replayed events failed");
      return undefined;
    }
  }

  /** Makes a connection hear replayed events; synchronous up to its rooms. */
  bind(connection: Connection, asked: ReplayHandshake, stored: Resumption | undefined): void {
    const log = this.#opened;
    const session = stored && this.#latest(stored.session);
    const resumption = session && { ...stored, session: withoutForbidden(connection, session) };
    const member = new ReplayMember(connection, {
      resumption,
      offset: this.#offset,
      save: (token, session) => this.#settle(log.saveSession(token, session)),
      now: () => this.#offset,
    });
    this.#members.set(connection.id, member);
    connection.socket.on("disconnecting", (reason) => this.#lose(member, reason));
    if (resumption === undefined) {
      // It comes with a token that nobody knows: whatever there was, it has missed.
      if (asked.token !== undefined)
        this.#tell(member, { gap: { reason: "forgotten", events: this.#names } });
      this.#welcome(member);
      return;
    }
    // A room that is joined here was joined long ago.
    member.rejoin(resumption.session.rooms);
    const missed = log.readAfter(member.sentOffset);
    if (!isThenable(missed)) this.#catchUp(member, missed);
    else {
      missed.then(
        (read) => this.#catchUp(member, read),
        (err) => {
          this.#channel.log.error({ err }, "the log of replayed events failed");
          this.#catchUp(member, { entries: [], trimmed: this.#names });
        },
      );
    }
  }

  /** A connection whose loss nobody has noticed knows more than what is saved of it. */
  #latest(session: ReplaySession): ReplaySession {
    return this.#members.get(session.ids.at(-1) ?? "")?.session ?? session;
  }

  get #opened(): ReplayLog {
    if (this.#log === undefined) throw new Error("The app is not ready: events cannot be sent yet.");
    return this.#log;
  }

  get #names(): readonly string[] {
    return Object.keys(this.#events);
  }

  #catchUp(member: ReplayMember, { entries, trimmed }: MissedEntries): void {
    if (member.connection.ended !== undefined) return;
    if (trimmed.length > 0) this.#tell(member, { gap: { reason: "trimmed", events: trimmed } });
    member.catchUp(entries);
    this.#welcome(member);
  }

  #welcome(member: ReplayMember): void {
    this.#tell(member, { token: member.token, offset: member.sentOffset });
  }

  #tell({ connection }: ReplayMember, notice: ReplayNotice): void {
    connection.send(replayEvent, [notice]);
  }

  #deliver(entry: ReplayEntry): void {
    const plain: string[] = [];
    for (const id of idsOf(this.#channel.namespace, entry)) {
      const member = this.#members.get(id);
      if (member) member.take(entry);
      else plain.push(id);
    }
    if (plain.length > 0) {
      const values = entry.body === "" ? [] : [fromStored(entry.body)];
      this.#channel.namespace.local.to(plain).emit(entry.name, ...values);
    }
    this.#offset = entry.offset;
  }

  #lose(member: ReplayMember, reason: string): void {
    this.#members.delete(member.connection.id);
    const isMeant =
      (reason === "client namespace disconnect" && !member.connection.isMoving) ||
      (reason === "server namespace disconnect" && !member.connection.isAskedBack);
    this.#settle(isMeant ? this.#opened.dropSession(member.token) : this.#save(member));
  }

  /** Keeps the sessions of those who are there, and how far they have come. */
  #refresh(): void {
    for (const member of this.#members.values()) this.#settle(this.#save(member));
  }

  /** Saves a session, unless the client has come back meanwhile, on a connection that is not known to be lost. */
  async #save({ token, connection, session }: ReplayMember): Promise<void> {
    const known = await this.#opened.loadSession(token);
    if (known === undefined || known.ids.at(-1) === connection.id) {
      await this.#opened.saveSession(token, session);
    }
  }

  #settle(outcome: void | Promise<void>, onFailure?: () => void): void {
    if (outcome === undefined) return;
    const settled = outcome.catch((err: unknown) => {
      this.#channel.log.error({ err }, "the log of replayed events failed");
      onFailure?.();
    });
    this.#pending.add(settled);
    void settled.then(() => this.#pending.delete(settled));
  }
}

/** Who comes back with fewer roles is not in the rooms that require those. */
function withoutForbidden(connection: Connection, session: ReplaySession): ReplaySession {
  const rooms = Object.entries(session.rooms).filter(([room]) => !isForbidden(connection, room));
  return { ...session, rooms: Object.fromEntries(rooms) };
}
