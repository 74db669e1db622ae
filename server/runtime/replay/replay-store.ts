/** How long an event is kept for clients that are away. */
export interface ReplayLimits {
  readonly keepMs: number;
  readonly keepCount: number;
}

/** An event that was sent, as it is kept. */
export interface ReplayEntry {
  /** Counts the channel's entries, from 1; each has a greater one than those before it. */
  readonly offset: number;
  readonly name: string;
  /** Whom it was sent to: rooms, or everybody where there are none. */
  readonly rooms: readonly string[];
  /** Rooms and ids of those who were left out. */
  readonly except: readonly string[];
  /** The payload, encoded; empty where there is none. */
  readonly body: string;
}

/** What a client has missed. */
export interface MissedEntries {
  /** In order. */
  readonly entries: readonly ReplayEntry[];
  /** Events of which entries behind the offset are not kept any more. */
  readonly trimmed: readonly string[];
}

/** What is known of a client over its connections. */
export interface ReplaySession {
  /** Ids of its connections, the present one last. */
  readonly ids: readonly string[];
  /** Rooms, with the offset at which it joined: what is older was not meant for it. */
  readonly rooms: Readonly<Record<string, number>>;
  /** Offset at which it first came: what is older was not meant for it. */
  readonly since: number;
  /** `sent`: offset of the latest entry that was sent to it; `upTo`: up to there, no other one was for it. */
  readonly progress: { readonly sent: number; readonly upTo: number };
}

/** The log of one channel. */
export interface ReplayLog {
  /** Of the latest entry that was delivered in this process. */
  readonly offset: number;
  /** Adds an entry, which is delivered in every process that has the log open, in this one too. */
  append(entry: Omit<ReplayEntry, "offset">): void | Promise<void>;
  readAfter(offset: number): MissedEntries | Promise<MissedEntries>;
  /** Sessions are kept for as long as events, counted from when they were last saved. */
  saveSession(token: string, session: ReplaySession): void | Promise<void>;
  loadSession(token: string): ReplaySession | undefined | Promise<ReplaySession | undefined>;
  dropSession(token: string): void | Promise<void>;
  close(): void | Promise<void>;
}

/** What {@link ReplayStore.open} takes. */
export interface ReplayLogOptions {
  /** Name of the channel. */
  readonly channel: string;
  readonly events: Readonly<Record<string, ReplayLimits>>;
  /** Called with each entry, in the order of their offsets; never for one before the log's {@link ReplayLog.offset}. */
  readonly deliver: (entry: ReplayEntry) => void;
  /** Called when entries of these events were taken out before they could be delivered here. */
  readonly onGap: (events: readonly string[]) => void;
  /** Called with what goes wrong where nobody awaits it. */
  readonly onError: (error: unknown) => void;
}

/** Where events wait for clients that are away: `memoryReplay()`, `redisReplay(client)`, or one of your own. */
export interface ReplayStore {
  /** Whether other processes that serve the channel see the same log. */
  readonly isShared: boolean;
  open(options: ReplayLogOptions): ReplayLog | Promise<ReplayLog>;
}

/** For how long sessions are kept: as long as any event. */
export function sessionMs(events: Readonly<Record<string, ReplayLimits>>): number {
  return Math.max(...Object.values(events).map(({ keepMs }) => keepMs));
}
