// Made by wirepact from contract/office.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:1e0ff2ef16e22a33

import {
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type DeclaredError,
  type Emit,
  type Failure,
  implementChannel,
  type JoinableRoomHandlers,
  type Middleware,
  type Namespace,
  type Refusals,
  type RoomHandle,
  type RoomHandlers,
  type RoomMembership,
  type RunsIn,
  type ServerItems,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";

/**
 * What a client presents to `office`.
 *
 * @see [contract/office.ts:6](../contract/office.ts#L6)
 */
export interface OfficeAuth {
  badge: string;
}

/**
 * Data of `office`'s error `Suspended`.
 *
 * @see [contract/office.ts:7](../contract/office.ts#L7)
 */
export interface OfficeSuspended {
  until: Date;
}

/**
 * The input of `office.dismiss`.
 *
 * @see [contract/office.ts:18](../contract/office.ts#L18)
 */
export interface DismissInput {
  name: string;
}

/**
 * The payload of `office.stamp`.
 *
 * @see [contract/office.ts:19](../contract/office.ts#L19)
 */
export interface StampPayload {
  page: number;
}

/**
 * The arguments of `office.nudge`.
 *
 * @see [contract/office.ts:20](../contract/office.ts#L20)
 */
export type NudgeArgs = [string, number];

/** Makes what `office` may refuse a client with, to be thrown. */
export interface OfficeRefusals extends Refusals {
  /** @see [contract/office.ts:7](../contract/office.ts#L7) */
  readonly Suspended: DeclaredError<OfficeSuspended>;
}

/** What a client of `office` may be; any number of these at once. */
export type OfficeRole = "staff" | "head" | "auditor";

/** Events that the server may send on `office`. */
export interface OfficeEvents {
  /** @see [contract/office.ts:25](../contract/office.ts#L25) */
  readonly filed: Emit<string>;
  /** @see [contract/office.ts:26](../contract/office.ts#L26) */
  readonly closed: Emit<number>;
}

/** Clients of `office` that something is sent to. */
export interface OfficeTarget extends TargetBase<OfficeTarget> {
  readonly emit: OfficeEvents;
  /** Narrows to a room; used again, adds another one. */
  readonly to: OfficeRoomTargets;
  /** Takes out the clients of a room. */
  readonly except: OfficeRoomTargets;
}

/** The rooms of `office` as targets, by family and key. */
export interface OfficeRoomTargets {
  /**
   * Where the books are.
   *
   * @see [contract/office.ts:11](../contract/office.ts#L11)
   */
  readonly archive: (key: string) => OfficeTarget;
  /** @see [contract/office.ts:12](../contract/office.ts#L12) */
  readonly safe: (key: number) => OfficeTarget;
  /** @see [contract/office.ts:13](../contract/office.ts#L13) */
  readonly hall: (key: boolean) => OfficeTarget;
}

/** The rooms of `office`, seen from one client. */
export interface OfficeMemberships<Session> {
  /**
   * Where the books are.
   *
   * @see [contract/office.ts:11](../contract/office.ts#L11)
   */
  readonly archive: (key: string) => RoomMembership<Session, string>;
  /** @see [contract/office.ts:12](../contract/office.ts#L12) */
  readonly safe: (key: number) => RoomMembership<Session, number>;
  /** @see [contract/office.ts:13](../contract/office.ts#L13) */
  readonly hall: (key: boolean) => RoomMembership<Session, boolean>;
}

/** The rooms of `office`, seen from outside a handler. */
export interface OfficeRooms<Session> {
  /**
   * Where the books are.
   *
   * @see [contract/office.ts:11](../contract/office.ts#L11)
   */
  readonly archive: (key: string) => RoomHandle<Session, string>;
  /** @see [contract/office.ts:12](../contract/office.ts#L12) */
  readonly safe: (key: number) => RoomHandle<Session, number>;
  /** @see [contract/office.ts:13](../contract/office.ts#L13) */
  readonly hall: (key: boolean) => RoomHandle<Session, boolean>;
}

/** What the server does about the rooms of `office`, by family. */
export interface OfficeRoomHandlers<Session> {
  /**
   * Where the books are.
   *
   * Requires one of the roles `head` and `auditor`.
   *
   * @see [contract/office.ts:11](../contract/office.ts#L11)
   */
  readonly archive: JoinableRoomHandlers<string, OfficeContext<Session>>;
  /**
   * Requires the role `head`.
   *
   * @see [contract/office.ts:12](../contract/office.ts#L12)
   */
  readonly safe?: RoomHandlers<number, OfficeContext<Session>>;
  /** @see [contract/office.ts:13](../contract/office.ts#L13) */
  readonly hall?: RoomHandlers<boolean, OfficeContext<Session>>;
}

/** One client of `office`. */
export interface OfficePeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: OfficeEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: OfficeEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `office` is given besides the input. */
export interface OfficeContext<Session> extends ConnectionContext<OfficeAuth, Session> {
  /** The client's roles when this began. */
  readonly roles: ReadonlySet<OfficeRole>;
  /** Sends an event to this client. */
  readonly emit: OfficeEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: OfficeEvents };
  /** Everyone in a room, this client too if it is inside. */
  readonly to: OfficeRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: OfficeRoomTargets;
  /** Everyone else on the channel; `others.to` leaves this client out of a room. */
  readonly others: OfficeTarget;
  /** Everyone on the channel. */
  readonly all: OfficeTarget;
  /** Rooms, to join and to leave. */
  readonly rooms: OfficeMemberships<Session>;
}

/** What middleware adds to the contexts of `office`, by member; of itself nothing. */
export interface OfficeAdditions {
  readonly whoAmI: unknown;
  readonly dismiss: unknown;
  readonly stamp: unknown;
  readonly nudge: unknown;
  readonly knock: unknown;
  readonly books: unknown;
}

/**
 * An office, and who may do what in it.
 *
 * @see [contract/office.ts:5](../contract/office.ts#L5)
 */
export interface OfficeHandlers<Session, Additions extends OfficeAdditions = OfficeAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<OfficeAuth, OfficeRefusals>): Session | Promise<Session>;
  /** The roles of a session: asked when `connect` has returned it. What `requires` another is `unauthorized`. */
  roles(session: Session): readonly OfficeRole[];
  /** Runs once the client is in and can be sent to. */
  connected?(context: OfficeContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: OfficeContext<Session>): void | Promise<void>;
  /** Who may join rooms, and what happens as clients come to them and go. */
  readonly rooms: OfficeRoomHandlers<Session>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /** @see [contract/office.ts:16](../contract/office.ts#L16) */
  whoAmI(context: OfficeContext<Session> & Additions["whoAmI"]): string[] | Promise<string[]>;
  /**
   * Lets somebody go.
   *
   * Idempotent: runs once, however often the call arrives; its deadline aborts it, the end of the connection does not. Requires the role `head`.
   *
   * @see [contract/office.ts:18](../contract/office.ts#L18)
   */
  dismiss(input: DismissInput, context: OfficeContext<Session> & Additions["dismiss"]): void | Promise<void>;
  /**
   * Requires one of the roles `staff` and `head`.
   *
   * @see [contract/office.ts:19](../contract/office.ts#L19)
   */
  stamp(input: StampPayload, context: OfficeContext<Session> & Additions["stamp"]): void | Promise<void>;
  /**
   * Requires the role `staff`.
   *
   * @see [contract/office.ts:20](../contract/office.ts#L20)
   */
  nudge(
    ...args: [...args: NudgeArgs, context: OfficeContext<Session> & Additions["nudge"]]
  ): void | Promise<void>;
  /**
   * Requires the role `staff`.
   *
   * @see [contract/office.ts:21](../contract/office.ts#L21)
   */
  knock(context: OfficeContext<Session> & Additions["knock"]): void | Promise<void>;
  /**
   * Requires one of the roles `staff`, `head` and `auditor`.
   *
   * @see [contract/office.ts:22](../contract/office.ts#L22)
   */
  books(context: OfficeContext<Session> & Additions["books"]): ServerItems<string, void>;
}

/**
 * An office, and who may do what in it.
 *
 * @see [contract/office.ts:5](../contract/office.ts#L5)
 */
export interface OfficeSockets<Session = unknown> {
  /** Everyone on the channel. */
  readonly all: OfficeTarget;
  /** Everyone in a room. */
  readonly to: OfficeRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: OfficeRoomTargets;
  /** Rooms: who is in them, and to put clients in or take them out. */
  readonly rooms: OfficeRooms<Session>;
  /** The same, with sessions of the type that the channel's own handlers give them. */
  withSession<Session>(handlers: ChannelImplementation<"office", Session>): OfficeSockets<Session>;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): OfficePeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementOffice}; `Needed` is what middleware asks of the session. */
export interface ImplementOffice<Needed, Additions extends OfficeAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: OfficeHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"office", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof OfficeAdditions = keyof OfficeAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<OfficeContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementOffice<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `office`; hand what it returns to `sockets` as `channels.office`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementOffice.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementOffice: ImplementOffice<unknown, OfficeAdditions> = implementChannel("office");
