import type { Present } from "../../contracts/wire/index.js";

/** One room: who is in it, and what may be done with them. */
export interface RoomHandle<Session, Key> {
  /** The clients in the room; those of other processes among them where an adapter spans several. */
  members(): Promise<readonly RoomMember<Session>[]>;
  /** How many clients are in the room. */
  count(): Promise<number>;
  /** Puts a client into the room; does nothing when there is no such client. */
  add(clientId: string): Promise<void>;
  /** Takes a client out of the room. */
  remove(clientId: string): Promise<void>;
  /** Takes everybody out of the room; they stay on the channel. */
  removeAll(): Promise<void>;
  /** Takes everybody from this room to another of the family. */
  move(toKey: Key): Promise<void>;
  /**
   * Ends the channel for everybody in the room. Generated clients that are connected to this process are told the
   * reason; none comes back by itself.
   */
  disconnect(reason?: string): Promise<void>;
}

/** One room, seen from one client. */
export interface RoomMembership<Session, Key> extends RoomHandle<Session, Key> {
  /** Whether this client is in the room. */
  readonly joined: boolean;
  /** Takes this client into the room; does nothing when the client is gone. */
  join(): Promise<void>;
  /** Takes this client out of the room. */
  leave(): Promise<void>;
}

/** {@link RoomHandle} of a family with presence. */
export interface PresenceHandle<Session, Key, Data> extends RoomHandle<Session, Key> {
  /** Who is present in the room, each id once; on all processes, as this one knows it. */
  presence(): readonly Present<Data>[];
}

/** {@link RoomMembership} of a family with presence. `Init` is what may be written, `Data` what is read of it. */
export interface PresenceMembership<Session, Key, Data, Init>
  extends RoomMembership<Session, Key>,
    PresenceHandle<Session, Key, Data> {
  /**
   * Tells everybody in the room of this client, as its own `setPresence` does. Throws a `WireError`:
   * `unauthorized` when the client is not inside, `bad_output`, `too_large`, `overloaded`.
   */
  setPresence(data: Init): void;
}

/** A client in a room. */
export interface RoomMember<Session> {
  readonly id: string;
  /** What `connect` returned for it. From another process nothing of one that cannot be copied: functions cannot. */
  readonly session: Session;
}

/** What the server does as clients come to a family's rooms and go. */
export interface RoomHandlers<Key, Context> {
  /** Runs once for each client that comes into a room, whoever put it there. What it throws is logged. */
  onJoin?(key: Key, context: Context): void | Promise<void>;
  /** Runs once for each client that is out again, also when its connection is lost. */
  onLeave?(key: Key, context: Context): void | Promise<void>;
}

/** {@link RoomHandlers} of a family that clients may ask to join. */
export interface JoinableRoomHandlers<Key, Context, JoinContext = Context>
  extends RoomHandlers<Key, Context> {
  /**
   * Whether the client may join the room; asked each time that it wants to and is outside, also when it comes back after its
   * connection was lost. False is answered as `unauthorized`; throw a declared error to say more.
   */
  mayJoin(key: Key, context: JoinContext): boolean | Promise<boolean>;
}

/** {@link RoomHandlers} of a family with presence. */
export interface PresenceHandlers<Key, Context> extends RoomHandlers<Key, Context> {
  /**
   * The id under which a client is present: all clients that have one id are one in the list, with what the latest of
   * them told. At most 200 characters; everybody in the room sees it. Default the client's own id.
   */
  presenceId?(key: Key, context: Context): string;
}

/** {@link JoinableRoomHandlers} of a family with presence. */
export interface JoinablePresenceHandlers<Key, Context, JoinContext = Context>
  extends JoinableRoomHandlers<Key, Context, JoinContext>,
    PresenceHandlers<Key, Context> {}
