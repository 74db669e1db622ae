import { type ReplayHandshake, type ReplayNotice, replayEvent } from "../../../contracts/wire/index.js";
import type { Channel, ServerEvent } from "../channel.js";
import type { Connection } from "../connection.js";
import { fromStored, toStored } from "../stored-value.js";
import type { Audience } from "./audience.js";
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

/** Milliseconds between two notices of the offset, and two touches of a session. */
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
  /** Entries after which everybody is told the offset: what is for others must not make anybody seem to lag behind. */
  readonly #noticeCount: number;
  readonly #members = new Map<string, ReplayMember>();
  #log: ReplayLog | undefined;
  #timer: NodeJS.Timeout | undefined;
  #noticedAt = 0;

  constructor(channel: Channel, store: ReplayStore, events: Readonly<Record<string, ReplayLimits>>) {
    this.#channel = channel;
    this.#store = store;
    this.#events = events;
    this.#noticeCount = Math.max(
      1,
      Math.min(...Object.values(events).map(({ keepCount }) => keepCount)) >> 2,
    );
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
    const { adapter } = namespace;
    adapter.on("join-room", (room: string, id: string) => this.#members.get(id)?.join(room));
    adapter.on("leave-room", (room: string, id: string) => this.#members.get(id)?.leave(room));
    const shortestMs = Math.min(...Object.values(this.#events).map(({ keepMs }) => keepMs));
    this.#timer = setInterval(() => this.#refresh(), periodOf(shortestMs));
    this.#timer.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#log?.close();
  }

  /** Sends an event to whoever is there, and keeps it. Throws for what cannot be encoded. */
  send({ name }: ServerEvent, [value]: readonly unknown[], { rooms, except }: Audience): void {
    this.#settle(this.#opened.append({ name, rooms, except, body: toStored(value) }));
  }

  /** What a client that was here before has left; nothing for one that is new or was away for too long. */
  async resume({ token, offset }: ReplayHandshake): Promise<Resumption | undefined> {
    if (token === undefined || offset === undefined) return undefined;
    const session = await this.#opened.loadSession(token);
    return session && { token, session, offset };
  }

  /** Makes a connection hear replayed events; synchronous up to its rooms. */
  bind(connection: Connection, asked: ReplayHandshake, resumption: Resumption | undefined): void {
    const log = this.#opened;
    const member = new ReplayMember(connection, {
      resumption,
      offset: log.offset,
      save: (token, session) => this.#settle(log.saveSession(token, session)),
      now: () => log.offset,
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
    const missed = log.readAfter(resumption.offset);
    if (!(missed instanceof Promise)) this.#catchUp(member, missed);
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
    for (const id of this.#audienceOf(entry)) {
      const member = this.#members.get(id);
      if (member) member.take(entry);
      else plain.push(id);
    }
    if (plain.length > 0) {
      const values = entry.body === "" ? [] : [fromStored(entry.body)];
      this.#channel.namespace.local.to(plain).emit(entry.name, ...values);
    }
    if (entry.offset - this.#noticedAt >= this.#noticeCount) this.#notice();
  }

  /** Ids of the clients of this process. */
  #audienceOf({ rooms, except }: ReplayEntry): Iterable<string> {
    const { adapter, sockets } = this.#channel.namespace;
    const [room] = rooms;
    const clientsOf = (name: string) => adapter.rooms.get(name) ?? [];
    if (rooms.length === 1 && except.length === 0 && room !== undefined) return [...clientsOf(room)];
    const ids = new Set<string>(
      rooms.length === 0 ? sockets.keys() : rooms.flatMap((name) => [...clientsOf(name)]),
    );
    for (const name of except) for (const id of clientsOf(name)) ids.delete(id);
    return ids;
  }

  #lose(member: ReplayMember, reason: string): void {
    this.#members.delete(member.connection.id);
    const isMeant = reason === "client namespace disconnect" || reason === "server namespace disconnect";
    const { token } = member;
    // Its rooms are saved already; by now they may be those of its next connection.
    this.#settle(isMeant ? this.#opened.dropSession(token) : this.#opened.touchSessions([token]));
  }

  #refresh(): void {
    const members = [...this.#members.values()];
    this.#settle(this.#opened.touchSessions(members.map(({ token }) => token)));
    this.#notice();
  }

  /** Tells those whom the latest entries were not for how far the log has come. */
  #notice(): void {
    const { offset } = this.#opened;
    this.#noticedAt = offset;
    for (const member of this.#members.values()) {
      if (member.skipTo(offset)) this.#tell(member, { offset });
    }
  }

  #settle(outcome: void | Promise<void>): void {
    outcome?.catch((err: unknown) => this.#channel.log.error({ err }, "the log of replayed events failed"));
  }
}
