// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:f50dace7bf8abcd4

import {
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type Emit,
  type Failure,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RoomHandle,
  type RoomHandlers,
  type RoomMembership,
  type RunsIn,
  type SessionOf,
  type TargetBase,
  type WithParams,
} from "wirepact/server";
import type { OrgId } from "./schemas.js";

/**
 * The parameters of `org`.
 *
 * @see [contract/org.ts:8](../contract/org.ts#L8)
 */
export interface OrgParams {
  orgId: OrgId;
  floor: number;
  isOpen: boolean;
}

/** Events that the server may send on `org`. */
export interface OrgEvents {
  /** @see [contract/org.ts:11](../contract/org.ts#L11) */
  readonly rang: Emit<string>;
}

/** Clients of `org` that something is sent to. */
export interface OrgTarget extends TargetBase<OrgTarget> {
  readonly emit: OrgEvents;
  /** Narrows to a room; used again, adds another one. */
  readonly to: OrgRoomTargets;
  /** Takes out the clients of a room. */
  readonly except: OrgRoomTargets;
}

/** The rooms of `org` as targets, by family and key. */
export interface OrgRoomTargets {
  /** @see [contract/org.ts:9](../contract/org.ts#L9) */
  readonly desk: (key: number) => OrgTarget;
}

/** The rooms of `org`, seen from one client. */
export interface OrgMemberships<Session> {
  /** @see [contract/org.ts:9](../contract/org.ts#L9) */
  readonly desk: (key: number) => RoomMembership<Session, number>;
}

/** The rooms of `org`, seen from outside a handler. */
export interface OrgRooms<Session> {
  /** @see [contract/org.ts:9](../contract/org.ts#L9) */
  readonly desk: (key: number) => RoomHandle<Session, number>;
}

/** What the server does about the rooms of `org`, by family. */
export interface OrgRoomHandlers<Session> {
  /** @see [contract/org.ts:9](../contract/org.ts#L9) */
  readonly desk?: RoomHandlers<number, OrgContext<Session>>;
}

/** One client of `org`. */
export interface OrgPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: OrgEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: OrgEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `org` is given besides the input. */
export interface OrgContext<Session> extends ConnectionContext<undefined, Session> {
  /** The parameters of the path that the client is on. */
  readonly params: OrgParams;
  /** Sends an event to this client. */
  readonly emit: OrgEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: OrgEvents };
  /** Everyone in a room, this client too if it is inside. */
  readonly to: OrgRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: OrgRoomTargets;
  /** Everyone else on the channel; `others.to` leaves this client out of a room. */
  readonly others: OrgTarget;
  /** Everyone on the channel. */
  readonly all: OrgTarget;
  /** Rooms, to join and to leave. */
  readonly rooms: OrgMemberships<Session>;
}

/** What middleware adds to the contexts of `org`, by member; of itself nothing. */
export interface OrgAdditions {
  readonly where: unknown;
}

/**
 * What is said within one organisation's floor.
 *
 * @see [contract/org.ts:7](../contract/org.ts#L7)
 */
export interface OrgHandlers<Session, Additions extends OrgAdditions = OrgAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(
    request: ConnectionRequest<undefined, Refusals> & WithParams<OrgParams>,
  ): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: OrgContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: OrgContext<Session>): void | Promise<void>;
  /** What happens as clients come to rooms and go. */
  readonly rooms?: OrgRoomHandlers<Session>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /** @see [contract/org.ts:10](../contract/org.ts#L10) */
  where(context: OrgContext<Session> & Additions["where"]): string | Promise<string>;
}

/**
 * What is said within one organisation's floor.
 *
 * @see [contract/org.ts:7](../contract/org.ts#L7)
 */
export interface OrgSockets<Session = unknown> {
  /** Everyone on the channel. */
  readonly all: OrgTarget;
  /** Everyone in a room. */
  readonly to: OrgRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: OrgRoomTargets;
  /** Rooms: who is in them, and to put clients in or take them out. */
  readonly rooms: OrgRooms<Session>;
  /** The same, with sessions of the type that the channel's own handlers give them. */
  withSession<Session>(handlers: ChannelImplementation<"org", Session>): OrgSockets<Session>;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): OrgPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** `app.sockets.org`: the channel of given parameters, whether anybody is there or not. */
export interface OrgSocketsOf {
  (params: OrgParams): OrgSockets;
}

/** The type of {@link implementOrg}; `Needed` is what middleware asks of the session. */
export interface ImplementOrg<Needed, Additions extends OrgAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: OrgHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"org", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof OrgAdditions = keyof OrgAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<OrgContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementOrg<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `org`; hand what it returns to `sockets` as `channels.org`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementOrg.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementOrg: ImplementOrg<unknown, OrgAdditions> = implementChannel("org");
