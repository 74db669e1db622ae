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

/** A client in a room. */
export interface RoomMember<Session> {
  readonly id: string;
  /** What `connect` returned for it; from another process what the adapter carried of it. */
  readonly session: Session;
}

/** {@link RoomHandlers} of a family that clients may ask to join. */
export interface JoinableRoomHandlers<Key, Context, JoinContext = Context>
  extends RoomHandlers<Key, Context> {
  /**
   * Whether the client may join the room; asked each time that it wants to, also when it comes back after its connection
   * was lost. False is answered as `unauthorized`; throw a declared error to say more.
   */
  mayJoin(key: Key, context: JoinContext): boolean | Promise<boolean>;
}

/** What the server does as clients come to a family's rooms and go. */
export interface RoomHandlers<Key, Context> {
  /** Runs once for each client that comes into a room, whoever put it there. What it throws is logged. */
  onJoin?(key: Key, context: Context): void | Promise<void>;
  /** Runs once for each client that is out again, also when its connection is lost. */
  onLeave?(key: Key, context: Context): void | Promise<void>;
}
