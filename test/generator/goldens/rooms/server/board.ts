// Made by wirepact from contract/board.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:cc3cca6d96c3c3fd

import type {
  ChannelImplementation,
  ConnectionContext,
  ConnectionRequest,
  DeclaredError,
  DeclaredErrorWithoutData,
  Emit,
  Failure,
  Namespace,
  Refusals,
  RoomHandle,
  RoomHandlers,
  RoomMembership,
  TargetBase,
} from "wirepact/server";
import type { TeamId } from "./schemas.js";

/**
 * What a client presents to `board`.
 *
 * @see [contract/board.ts:7](../contract/board.ts#L7)
 */
export interface BoardAuth {
  token: string;
  seat: number;
}

/**
 * Data of `board`'s error `WrongTeam`.
 *
 * @see [contract/board.ts:11](../contract/board.ts#L11)
 */
export interface BoardWrongTeam {
  team: TeamId;
}

/**
 * The key of a `cell` room of `board`.
 *
 * @see [contract/board.ts:16](../contract/board.ts#L16)
 */
export interface CellKey {
  row: number;
  column: number;
}

/**
 * The payload of `board.moved`.
 *
 * @see [contract/board.ts:20](../contract/board.ts#L20)
 */
export interface MovedPayload {
  row: number;
  column: number;
}

/** Makes what `board` may refuse a client with, to be thrown. */
export interface BoardRefusals extends Refusals {
  /** @see [contract/board.ts:9](../contract/board.ts#L9) */
  readonly Full: DeclaredErrorWithoutData;
  /**
   * The token is of another team.
   *
   * @see [contract/board.ts:11](../contract/board.ts#L11)
   */
  readonly WrongTeam: DeclaredError<BoardWrongTeam>;
}

/** Events that the server may send on `board`. */
export interface BoardEvents {
  /** @see [contract/board.ts:20](../contract/board.ts#L20) */
  readonly moved: Emit<MovedPayload>;
}

/** Clients of `board` that something is sent to. */
export interface BoardTarget extends TargetBase<BoardTarget> {
  readonly emit: BoardEvents;
  /** Narrows to a room; used again, adds another one. */
  readonly to: BoardRoomTargets;
  /** Takes out the clients of a room. */
  readonly except: BoardRoomTargets;
}

/** The rooms of `board` as targets, by family and key. */
export interface BoardRoomTargets {
  /**
   * Everybody of a team.
   *
   * @see [contract/board.ts:15](../contract/board.ts#L15)
   */
  readonly team: (key: TeamId) => BoardTarget;
  /** @see [contract/board.ts:16](../contract/board.ts#L16) */
  readonly cell: (key: CellKey) => BoardTarget;
  /** @see [contract/board.ts:17](../contract/board.ts#L17) */
  readonly floor: (key: number) => BoardTarget;
  /** @see [contract/board.ts:18](../contract/board.ts#L18) */
  readonly muted: (key: boolean) => BoardTarget;
}

/** The rooms of `board`, seen from one client. */
export interface BoardMemberships<Session> {
  /**
   * Everybody of a team.
   *
   * @see [contract/board.ts:15](../contract/board.ts#L15)
   */
  readonly team: (key: TeamId) => RoomMembership<Session, TeamId>;
  /** @see [contract/board.ts:16](../contract/board.ts#L16) */
  readonly cell: (key: CellKey) => RoomMembership<Session, CellKey>;
  /** @see [contract/board.ts:17](../contract/board.ts#L17) */
  readonly floor: (key: number) => RoomMembership<Session, number>;
  /** @see [contract/board.ts:18](../contract/board.ts#L18) */
  readonly muted: (key: boolean) => RoomMembership<Session, boolean>;
}

/** The rooms of `board`, seen from outside a handler. */
export interface BoardRooms<Session> {
  /**
   * Everybody of a team.
   *
   * @see [contract/board.ts:15](../contract/board.ts#L15)
   */
  readonly team: (key: TeamId) => RoomHandle<Session, TeamId>;
  /** @see [contract/board.ts:16](../contract/board.ts#L16) */
  readonly cell: (key: CellKey) => RoomHandle<Session, CellKey>;
  /** @see [contract/board.ts:17](../contract/board.ts#L17) */
  readonly floor: (key: number) => RoomHandle<Session, number>;
  /** @see [contract/board.ts:18](../contract/board.ts#L18) */
  readonly muted: (key: boolean) => RoomHandle<Session, boolean>;
}

/** What the server does about the rooms of `board`, by family. */
export interface BoardRoomHandlers<Session> {
  /**
   * Everybody of a team.
   *
   * @see [contract/board.ts:15](../contract/board.ts#L15)
   */
  readonly team?: RoomHandlers<TeamId, BoardContext<Session>>;
  /** @see [contract/board.ts:16](../contract/board.ts#L16) */
  readonly cell?: RoomHandlers<CellKey, BoardContext<Session>>;
  /** @see [contract/board.ts:17](../contract/board.ts#L17) */
  readonly floor?: RoomHandlers<number, BoardContext<Session>>;
  /** @see [contract/board.ts:18](../contract/board.ts#L18) */
  readonly muted?: RoomHandlers<boolean, BoardContext<Session>>;
}

/** One client of `board`. */
export interface BoardPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: BoardEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: BoardEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `board` is given besides the input. */
export interface BoardContext<Session> extends ConnectionContext<BoardAuth, Session> {
  /** Sends an event to this client. */
  readonly emit: BoardEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: BoardEvents };
  /** Everyone in a room, this client too if it is inside. */
  readonly to: BoardRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: BoardRoomTargets;
  /** Everyone else on the channel; `others.to` leaves this client out of a room. */
  readonly others: BoardTarget;
  /** Everyone on the channel. */
  readonly all: BoardTarget;
  /** Rooms, to join and to leave. */
  readonly rooms: BoardMemberships<Session>;
}

/**
 * What the server does on `board`.
 *
 * @see [contract/board.ts:6](../contract/board.ts#L6)
 */
export interface BoardHandlers<Session> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<BoardAuth, BoardRefusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: BoardContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: BoardContext<Session>): void | Promise<void>;
  /** What happens as clients come to rooms and go. */
  readonly rooms?: BoardRoomHandlers<Session>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
}

/**
 * `app.sockets.board`: what the server may do on the channel from anywhere.
 *
 * @see [contract/board.ts:6](../contract/board.ts#L6)
 */
export interface BoardSockets<Session = unknown> {
  /** Everyone on the channel. */
  readonly all: BoardTarget;
  /** Everyone in a room. */
  readonly to: BoardRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: BoardRoomTargets;
  /** Rooms: who is in them, and to put clients in or take them out. */
  readonly rooms: BoardRooms<Session>;
  /** The same, with sessions of the type that the channel's own handlers give them. */
  withSession<Session>(handlers: ChannelImplementation<"board", Session>): BoardSockets<Session>;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): BoardPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/**
 * Takes the handlers of `board`; hand what it returns to `sockets` as `channels.board`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 */
export function implementBoard<Session = undefined>(
  handlers: BoardHandlers<Session>,
): ChannelImplementation<"board", Session> {
  return { channel: "board", handlers };
}
