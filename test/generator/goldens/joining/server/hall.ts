// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:684146019f1af11d

import type {
  ChannelImplementation,
  ConnectionContext,
  ConnectionRequest,
  DeclaredError,
  DeclaredErrorWithoutData,
  Emit,
  Failure,
  JoinablePresenceHandlers,
  JoinableRoomHandlers,
  Namespace,
  PresenceHandle,
  PresenceHandlers,
  PresenceMembership,
  Refusals,
  RoomHandle,
  RoomMembership,
  TargetBase,
} from "wirepact/server";
import type { CornerName, Task } from "./schemas.js";

/**
 * What a client presents to `hall`.
 *
 * @see [contract/hall.ts:10](../contract/hall.ts#L10)
 */
export interface HallAuth {
  name: string;
}

/**
 * The key of a `table` room of `hall`.
 *
 * @see [contract/hall.ts:13](../contract/hall.ts#L13)
 */
export interface TableKey {
  floor: number;
  name: string;
}

/**
 * Data of `hall.table`'s error `Full`.
 *
 * @see [contract/hall.ts:17](../contract/hall.ts#L17)
 */
export interface TableFull {
  seats: number;
}

/**
 * What is told of who is in `hall.table`.
 *
 * @see [contract/hall.ts:20](../contract/hall.ts#L20)
 */
export interface TablePresence {
  mood: string;
  since: Date;
}

/**
 * What who is in `hall.table` tells.
 *
 * @see [contract/hall.ts:20](../contract/hall.ts#L20)
 */
export interface TablePresenceInit {
  mood?: string | undefined;
  since: Date;
}

/** Events that the server may send on `hall`. */
export interface HallEvents {
  /** @see [contract/hall.ts:26](../contract/hall.ts#L26) */
  readonly served: Emit<string>;
}

/** Clients of `hall` that something is sent to. */
export interface HallTarget extends TargetBase<HallTarget> {
  readonly emit: HallEvents;
  /** Narrows to a room; used again, adds another one. */
  readonly to: HallRoomTargets;
  /** Takes out the clients of a room. */
  readonly except: HallRoomTargets;
}

/** The rooms of `hall` as targets, by family and key. */
export interface HallRoomTargets {
  /**
   * A table, for as many as it seats.
   *
   * @see [contract/hall.ts:13](../contract/hall.ts#L13)
   */
  readonly table: (key: TableKey) => HallTarget;
  /** @see [contract/hall.ts:22](../contract/hall.ts#L22) */
  readonly corner: (key: CornerName) => HallTarget;
  /**
   * Those who work here, with what they do.
   *
   * @see [contract/hall.ts:24](../contract/hall.ts#L24)
   */
  readonly staff: (key: boolean) => HallTarget;
}

/** The rooms of `hall`, seen from one client. */
export interface HallMemberships<Session> {
  /**
   * A table, for as many as it seats.
   *
   * @see [contract/hall.ts:13](../contract/hall.ts#L13)
   */
  readonly table: (key: TableKey) => PresenceMembership<Session, TableKey, TablePresence, TablePresenceInit>;
  /** @see [contract/hall.ts:22](../contract/hall.ts#L22) */
  readonly corner: (key: CornerName) => RoomMembership<Session, CornerName>;
  /**
   * Those who work here, with what they do.
   *
   * @see [contract/hall.ts:24](../contract/hall.ts#L24)
   */
  readonly staff: (key: boolean) => PresenceMembership<Session, boolean, Task, Task>;
}

/** The rooms of `hall`, seen from outside a handler. */
export interface HallRooms<Session> {
  /**
   * A table, for as many as it seats.
   *
   * @see [contract/hall.ts:13](../contract/hall.ts#L13)
   */
  readonly table: (key: TableKey) => PresenceHandle<Session, TableKey, TablePresence>;
  /** @see [contract/hall.ts:22](../contract/hall.ts#L22) */
  readonly corner: (key: CornerName) => RoomHandle<Session, CornerName>;
  /**
   * Those who work here, with what they do.
   *
   * @see [contract/hall.ts:24](../contract/hall.ts#L24)
   */
  readonly staff: (key: boolean) => PresenceHandle<Session, boolean, Task>;
}

/** What the server does about the rooms of `hall`, by family. */
export interface HallRoomHandlers<Session> {
  /**
   * A table, for as many as it seats.
   *
   * @see [contract/hall.ts:13](../contract/hall.ts#L13)
   */
  readonly table: JoinablePresenceHandlers<TableKey, HallContext<Session>, TableJoinContext<Session>>;
  /** @see [contract/hall.ts:22](../contract/hall.ts#L22) */
  readonly corner: JoinableRoomHandlers<CornerName, HallContext<Session>>;
  /**
   * Those who work here, with what they do.
   *
   * @see [contract/hall.ts:24](../contract/hall.ts#L24)
   */
  readonly staff?: PresenceHandlers<boolean, HallContext<Session>>;
}

/** One client of `hall`. */
export interface HallPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: HallEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: HallEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `hall` is given besides the input. */
export interface HallContext<Session> extends ConnectionContext<HallAuth, Session> {
  /** Sends an event to this client. */
  readonly emit: HallEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: HallEvents };
  /** Everyone in a room, this client too if it is inside. */
  readonly to: HallRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: HallRoomTargets;
  /** Everyone else on the channel; `others.to` leaves this client out of a room. */
  readonly others: HallTarget;
  /** Everyone on the channel. */
  readonly all: HallTarget;
  /** Rooms, to join and to leave. */
  readonly rooms: HallMemberships<Session>;
}

/** Makes the errors that the contract declares for joining `hall.rooms.table`, to be thrown. */
export interface TableJoinErrors {
  /**
   * Nobody else can sit there.
   *
   * @see [contract/hall.ts:17](../contract/hall.ts#L17)
   */
  readonly Full: DeclaredError<TableFull>;
  /** @see [contract/hall.ts:18](../contract/hall.ts#L18) */
  readonly Reserved: DeclaredErrorWithoutData;
}

/** What `hall.rooms.table.mayJoin` is given besides the key. */
export interface TableJoinContext<Session> extends HallContext<Session> {
  /** Makes the declared errors: throw what it returns. */
  readonly error: TableJoinErrors;
}

/**
 * What the server does on `hall`.
 *
 * @see [contract/hall.ts:9](../contract/hall.ts#L9)
 */
export interface HallHandlers<Session> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<HallAuth, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: HallContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: HallContext<Session>): void | Promise<void>;
  /** Who may join rooms, and what happens as clients come to them and go. */
  readonly rooms: HallRoomHandlers<Session>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
}

/**
 * `app.sockets.hall`: what the server may do on the channel from anywhere.
 *
 * @see [contract/hall.ts:9](../contract/hall.ts#L9)
 */
export interface HallSockets<Session = unknown> {
  /** Everyone on the channel. */
  readonly all: HallTarget;
  /** Everyone in a room. */
  readonly to: HallRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: HallRoomTargets;
  /** Rooms: who is in them, and to put clients in or take them out. */
  readonly rooms: HallRooms<Session>;
  /** The same, with sessions of the type that the channel's own handlers give them. */
  withSession<Session>(handlers: ChannelImplementation<"hall", Session>): HallSockets<Session>;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): HallPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/**
 * Takes the handlers of `hall`; hand what it returns to `sockets` as `channels.hall`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 */
export function implementHall<Session = undefined>(
  handlers: HallHandlers<Session>,
): ChannelImplementation<"hall", Session> {
  return { channel: "hall", handlers };
}
