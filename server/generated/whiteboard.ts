// Made by wirepact from contracts/whiteboard.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:52cca28e86e20f74

import {
  type ChannelImplementation,
  type ClientItems,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type DeclaredError,
  type Emit,
  type Failure,
  implementChannel,
  type JoinablePresenceHandlers,
  type Middleware,
  type Namespace,
  type PresenceHandle,
  type PresenceMembership,
  type Refusals,
  type RunsIn,
  type ServerItems,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";
import type { Artist, BoardId, Ink, Pen, PersonName, Point, StrokePart } from "./schemas.js";

/**
 * What a client presents to `whiteboard`.
 *
 * @see [contracts/whiteboard.ts:43](../../contracts/whiteboard.ts#L43)
 */
export interface WhiteboardAuth {
  name: PersonName;
}

/**
 * The input of `whiteboard.history`.
 *
 * @see [contracts/whiteboard.ts:47](../../contracts/whiteboard.ts#L47)
 */
export interface HistoryInput {
  board: BoardId;
}

/**
 * Data of `whiteboard.history`'s error `NotAtTheBoard`.
 *
 * @see [contracts/whiteboard.ts:47](../../contracts/whiteboard.ts#L47)
 */
export interface HistoryNotAtTheBoard {
  board: BoardId;
}

/**
 * The input of `whiteboard.draw`.
 *
 * @see [contracts/whiteboard.ts:51](../../contracts/whiteboard.ts#L51)
 */
export interface DrawInput {
  board: BoardId;
  stroke: string;
  pen: Pen;
}

/**
 * Data of `whiteboard.draw`'s error `NotAtTheBoard`.
 *
 * @see [contracts/whiteboard.ts:54](../../contracts/whiteboard.ts#L54)
 */
export interface DrawNotAtTheBoard {
  board: BoardId;
}

/**
 * Data of `whiteboard.draw`'s error `StrokeGone`.
 *
 * @see [contracts/whiteboard.ts:56](../../contracts/whiteboard.ts#L56)
 */
export interface DrawStrokeGone {
  stroke: string;
}

/**
 * The input of `whiteboard.clear`.
 *
 * @see [contracts/whiteboard.ts:60](../../contracts/whiteboard.ts#L60)
 */
export interface ClearInput {
  board: BoardId;
}

/**
 * Data of `whiteboard.clear`'s error `NotAtTheBoard`.
 *
 * @see [contracts/whiteboard.ts:60](../../contracts/whiteboard.ts#L60)
 */
export interface ClearNotAtTheBoard {
  board: BoardId;
}

/**
 * The payload of `whiteboard.moveCursor`.
 *
 * @see [contracts/whiteboard.ts:62](../../contracts/whiteboard.ts#L62)
 */
export interface MoveCursorPayload {
  board: BoardId;
  at: Point;
}

/**
 * The payload of `whiteboard.boardCleared`.
 *
 * @see [contracts/whiteboard.ts:66](../../contracts/whiteboard.ts#L66)
 */
export interface BoardClearedPayload {
  board: BoardId;
  by: PersonName;
}

/**
 * The payload of `whiteboard.cursorMoved`.
 *
 * @see [contracts/whiteboard.ts:69](../../contracts/whiteboard.ts#L69)
 */
export interface CursorMovedPayload {
  board: BoardId;
  person: PersonName;
  at: Point;
}

/** Makes the errors that the contract declares for `whiteboard.history`, to be thrown. */
export interface HistoryErrors {
  /** @see [contracts/whiteboard.ts:47](../../contracts/whiteboard.ts#L47) */
  readonly NotAtTheBoard: DeclaredError<HistoryNotAtTheBoard>;
}

/** Makes the errors that the contract declares for `whiteboard.draw`, to be thrown. */
export interface DrawErrors {
  /** @see [contracts/whiteboard.ts:54](../../contracts/whiteboard.ts#L54) */
  readonly NotAtTheBoard: DeclaredError<DrawNotAtTheBoard>;
  /**
   * The board was cleared, or somebody else draws a stroke of this id.
   *
   * @see [contracts/whiteboard.ts:56](../../contracts/whiteboard.ts#L56)
   */
  readonly StrokeGone: DeclaredError<DrawStrokeGone>;
}

/** Makes the errors that the contract declares for `whiteboard.clear`, to be thrown. */
export interface ClearErrors {
  /** @see [contracts/whiteboard.ts:60](../../contracts/whiteboard.ts#L60) */
  readonly NotAtTheBoard: DeclaredError<ClearNotAtTheBoard>;
}

/** Events that the server may send on `whiteboard`. */
export interface WhiteboardEvents {
  /** @see [contracts/whiteboard.ts:65](../../contracts/whiteboard.ts#L65) */
  readonly inkDrawn: Emit<Ink>;
  /** @see [contracts/whiteboard.ts:66](../../contracts/whiteboard.ts#L66) */
  readonly boardCleared: Emit<BoardClearedPayload>;
  /**
   * Of those that cannot leave at once only the newest for each `person` does, later.
   *
   * @see [contracts/whiteboard.ts:69](../../contracts/whiteboard.ts#L69)
   */
  readonly cursorMoved: Emit<CursorMovedPayload>;
}

/** Clients of `whiteboard` that something is sent to. */
export interface WhiteboardTarget extends TargetBase<WhiteboardTarget> {
  readonly emit: WhiteboardEvents;
  /** Narrows to a room; used again, adds another one. */
  readonly to: WhiteboardRoomTargets;
  /** Takes out the clients of a room. */
  readonly except: WhiteboardRoomTargets;
}

/** The rooms of `whiteboard` as targets, by family and key. */
export interface WhiteboardRoomTargets {
  /** @see [contracts/whiteboard.ts:44](../../contracts/whiteboard.ts#L44) */
  readonly board: (key: BoardId) => WhiteboardTarget;
}

/** The rooms of `whiteboard`, seen from one client. */
export interface WhiteboardMemberships<Session> {
  /** @see [contracts/whiteboard.ts:44](../../contracts/whiteboard.ts#L44) */
  readonly board: (key: BoardId) => PresenceMembership<Session, BoardId, Artist, Artist>;
}

/** The rooms of `whiteboard`, seen from outside a handler. */
export interface WhiteboardRooms<Session> {
  /** @see [contracts/whiteboard.ts:44](../../contracts/whiteboard.ts#L44) */
  readonly board: (key: BoardId) => PresenceHandle<Session, BoardId, Artist>;
}

/** What the server does about the rooms of `whiteboard`, by family. */
export interface WhiteboardRoomHandlers<Session> {
  /** @see [contracts/whiteboard.ts:44](../../contracts/whiteboard.ts#L44) */
  readonly board: JoinablePresenceHandlers<BoardId, WhiteboardContext<Session>>;
}

/** One client of `whiteboard`. */
export interface WhiteboardPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: WhiteboardEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: WhiteboardEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `whiteboard` is given besides the input. */
export interface WhiteboardContext<Session> extends ConnectionContext<WhiteboardAuth, Session> {
  /** Sends an event to this client. */
  readonly emit: WhiteboardEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: WhiteboardEvents };
  /** Everyone in a room, this client too if it is inside. */
  readonly to: WhiteboardRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: WhiteboardRoomTargets;
  /** Everyone else on the channel; `others.to` leaves this client out of a room. */
  readonly others: WhiteboardTarget;
  /** Everyone on the channel. */
  readonly all: WhiteboardTarget;
  /** Rooms, to join and to leave. */
  readonly rooms: WhiteboardMemberships<Session>;
}

/** What the handler of `whiteboard.history` is given besides the input. */
export interface HistoryContext<Session> extends WhiteboardContext<Session> {
  /** Makes the declared errors: throw what it returns. */
  readonly error: HistoryErrors;
}

/** What the handler of `whiteboard.draw` is given besides the input. */
export interface DrawContext<Session> extends WhiteboardContext<Session> {
  /** Makes the declared errors: throw what it returns. */
  readonly error: DrawErrors;
}

/** What the handler of `whiteboard.clear` is given besides the input. */
export interface ClearContext<Session> extends WhiteboardContext<Session> {
  /** Makes the declared errors: throw what it returns. */
  readonly error: ClearErrors;
}

/** What middleware adds to the contexts of `whiteboard`, by member; of itself nothing. */
export interface WhiteboardAdditions {
  readonly history: unknown;
  readonly draw: unknown;
  readonly clear: unknown;
  readonly moveCursor: unknown;
}

/**
 * Boards that people draw on together.
 *
 * @see [contracts/whiteboard.ts:42](../../contracts/whiteboard.ts#L42)
 */
export interface WhiteboardHandlers<Session, Additions extends WhiteboardAdditions = WhiteboardAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<WhiteboardAuth, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: WhiteboardContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: WhiteboardContext<Session>): void | Promise<void>;
  /** Who may join rooms, and what happens as clients come to them and go. */
  readonly rooms: WhiteboardRoomHandlers<Session>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /**
   * What is on the board already, oldest stroke first.
   *
   * @see [contracts/whiteboard.ts:47](../../contracts/whiteboard.ts#L47)
   */
  history(
    input: HistoryInput,
    context: HistoryContext<Session> & Additions["history"],
  ): ServerItems<Ink, void>;
  /**
   * Draws one stroke, part by part as the pen moves; the others at the board see each part as it comes.
   *
   * @see [contracts/whiteboard.ts:49](../../contracts/whiteboard.ts#L49)
   */
  draw(
    input: DrawInput,
    items: ClientItems<StrokePart>,
    context: DrawContext<Session> & Additions["draw"],
  ): void | Promise<void>;
  /**
   * Takes every stroke off the board, for everybody.
   *
   * Idempotent: runs once, however often the call arrives; its deadline aborts it, the end of the connection does not.
   *
   * @see [contracts/whiteboard.ts:60](../../contracts/whiteboard.ts#L60)
   */
  clear(input: ClearInput, context: ClearContext<Session> & Additions["clear"]): void | Promise<void>;
  /**
   * Shows the others where this person's pen is.
   *
   * Limits of a client: 60 a second, 120 at once.
   *
   * @see [contracts/whiteboard.ts:62](../../contracts/whiteboard.ts#L62)
   */
  moveCursor(
    input: MoveCursorPayload,
    context: WhiteboardContext<Session> & Additions["moveCursor"],
  ): void | Promise<void>;
}

/**
 * Boards that people draw on together.
 *
 * @see [contracts/whiteboard.ts:42](../../contracts/whiteboard.ts#L42)
 */
export interface WhiteboardSockets<Session = unknown> {
  /** Everyone on the channel. */
  readonly all: WhiteboardTarget;
  /** Everyone in a room. */
  readonly to: WhiteboardRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: WhiteboardRoomTargets;
  /** Rooms: who is in them, and to put clients in or take them out. */
  readonly rooms: WhiteboardRooms<Session>;
  /** The same, with sessions of the type that the channel's own handlers give them. */
  withSession<Session>(handlers: ChannelImplementation<"whiteboard", Session>): WhiteboardSockets<Session>;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): WhiteboardPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementWhiteboard}; `Needed` is what middleware asks of the session. */
export interface ImplementWhiteboard<Needed, Additions extends WhiteboardAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: WhiteboardHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"whiteboard", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof WhiteboardAdditions = keyof WhiteboardAdditions>(
    middleware: Middleware<Context, Added> &
      RunsIn<WhiteboardContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementWhiteboard<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `whiteboard`; hand what it returns to `sockets` as `channels.whiteboard`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementWhiteboard.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementWhiteboard: ImplementWhiteboard<unknown, WhiteboardAdditions> =
  implementChannel("whiteboard");
