// Made by wirepact from contracts/whiteboard.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:a95c799cc76b7ad7

import {
  type Call,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type DeclaredFailure,
  type Download,
  download,
  type Emit,
  idempotentCall,
  incomingEvent,
  type JoinablePresenceRoom,
  joinedRoom,
  latestEvent,
  limited,
  named,
  type On,
  type OnReplayed,
  object,
  payloadCheck,
  presentAuth,
  replayedEvent,
  roomPresence,
  type SystemFailure,
  string,
  type Upload,
  upload,
  uuid,
} from "wirepact/client";
import {
  type Artist,
  type BoardId,
  checkArtist,
  checkBoardId,
  checkInk,
  checkPen,
  checkPersonName,
  checkPoint,
  checkStrokePart,
  type Ink,
  type Pen,
  type PersonName,
  type Point,
  type StrokePart,
} from "./schemas.js";

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

/** What `whiteboard.history` may fail with: narrow by `code`. */
export type HistoryFailure = SystemFailure | DeclaredFailure<"NotAtTheBoard", HistoryNotAtTheBoard>;

/** What `whiteboard.draw` may fail with: narrow by `code`. */
export type DrawFailure =
  | SystemFailure
  | DeclaredFailure<"NotAtTheBoard", DrawNotAtTheBoard>
  | DeclaredFailure<"StrokeGone", DrawStrokeGone>;

/** What `whiteboard.clear` may fail with: narrow by `code`. */
export type ClearFailure = SystemFailure | DeclaredFailure<"NotAtTheBoard", ClearNotAtTheBoard>;

/** Calls to the server on `whiteboard`. */
export interface WhiteboardCalls {
  /**
   * Takes every stroke off the board, for everybody.
   *
   * Idempotent: sent again over reconnects until its deadline, and run once.
   *
   * @see [contracts/whiteboard.ts:60](../../contracts/whiteboard.ts#L60)
   */
  readonly clear: Call<ClearInput, void, ClearFailure>;
}

/** Events to the server on `whiteboard`. */
export interface WhiteboardEvents {
  /**
   * Shows the others where this person's pen is.
   *
   * Of those that cannot leave at once only the newest does, later. Limits of a client: 60 a second, 120 at once.
   *
   * @see [contracts/whiteboard.ts:62](../../contracts/whiteboard.ts#L62)
   */
  readonly moveCursor: Emit<MoveCursorPayload>;
}

/** Streams of `whiteboard`. */
export interface WhiteboardStreams {
  /**
   * What is on the board already, oldest stroke first.
   *
   * @see [contracts/whiteboard.ts:47](../../contracts/whiteboard.ts#L47)
   */
  readonly history: Download<HistoryInput, Ink, void, HistoryFailure>;
  /**
   * Draws one stroke, part by part as the pen moves; the others at the board see each part as it comes.
   *
   * @see [contracts/whiteboard.ts:49](../../contracts/whiteboard.ts#L49)
   */
  readonly draw: Upload<DrawInput, StrokePart, void, DrawFailure>;
}

/** Events of the server on `whiteboard`. */
export interface WhiteboardListeners {
  /**
   * Replayed: what was sent while the client was away comes when it is back, in order and once.
   *
   * @see [contracts/whiteboard.ts:65](../../contracts/whiteboard.ts#L65)
   */
  readonly inkDrawn: OnReplayed<Ink>;
  /**
   * Replayed: what was sent while the client was away comes when it is back, in order and once.
   *
   * @see [contracts/whiteboard.ts:66](../../contracts/whiteboard.ts#L66)
   */
  readonly boardCleared: OnReplayed<BoardClearedPayload>;
  /**
   * Of those that cannot leave at once only the newest for each `person` does, later.
   *
   * @see [contracts/whiteboard.ts:69](../../contracts/whiteboard.ts#L69)
   */
  readonly cursorMoved: On<CursorMovedPayload>;
}

/** Rooms of `whiteboard`, by family and key. */
export interface WhiteboardRooms {
  /** @see [contracts/whiteboard.ts:44](../../contracts/whiteboard.ts#L44) */
  readonly board: (key: BoardId) => JoinablePresenceRoom<SystemFailure, Artist, Artist>;
}

/**
 * Boards that people draw on together.
 *
 * @see [contracts/whiteboard.ts:42](../../contracts/whiteboard.ts#L42)
 */
export interface WhiteboardClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: WhiteboardCalls;
  /** Sends an event to the server. */
  readonly emit: WhiteboardEvents;
  /** Opens a stream: many items for one request. */
  readonly stream: WhiteboardStreams;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: WhiteboardListeners;
  /** Rooms: to join and to leave, and who is there. */
  readonly rooms: WhiteboardRooms;
  /** Presents other auth on the open connection: rooms and streams stay, and a refusal changes nothing. */
  readonly reauthenticate: Call<WhiteboardAuth, void, SystemFailure>;
}

/** Options of {@link connectWhiteboard}; `whiteboard` asks for `auth`. */
export interface WhiteboardOptions extends ConnectOptions {
  /** What the client presents: a value, or a function that is asked anew at each connection attempt. */
  readonly auth: WhiteboardAuth | (() => WhiteboardAuth | Promise<WhiteboardAuth>);
}

/**
 * Connects to `whiteboard`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectWhiteboard(url: string, options: WhiteboardOptions): WhiteboardClient {
  return connectChannel<WhiteboardClient>(whiteboardDefinition, url, options);
}

/** `whiteboard` as the runtime sees it. */
const whiteboardDefinition: ClientDefinition = {
  name: "whiteboard",
  path: "/whiteboard",
  fingerprint: "364ab2be14b1865a",
  auth: presentAuth(payloadCheck(() => object({ name: named(checkPersonName) }))),
  call: {
    clear: idempotentCall({
      input: payloadCheck(() => object({ board: named(checkBoardId) })),
      errors: { NotAtTheBoard: payloadCheck(() => object({ board: named(checkBoardId) })) },
    }),
  },
  emit: {
    moveCursor: limited(
      { perSecond: 60, burst: 120 },
      latestEvent({
        payload: payloadCheck(() => object({ board: named(checkBoardId), at: named(checkPoint) })),
        latest: true,
      }),
    ),
  },
  stream: {
    history: download({
      input: payloadCheck(() => object({ board: named(checkBoardId) })),
      serverItem: payloadCheck(() => named(checkInk)),
      errors: { NotAtTheBoard: payloadCheck(() => object({ board: named(checkBoardId) })) },
    }),
    draw: upload({
      input: payloadCheck(() =>
        object({ board: named(checkBoardId), stroke: string(uuid), pen: named(checkPen) }),
      ),
      clientItem: payloadCheck(() => named(checkStrokePart)),
      errors: {
        NotAtTheBoard: payloadCheck(() => object({ board: named(checkBoardId) })),
        StrokeGone: payloadCheck(() => object({ stroke: string(uuid) })),
      },
    }),
  },
  on: {
    inkDrawn: replayedEvent(payloadCheck(() => named(checkInk))),
    boardCleared: replayedEvent(
      payloadCheck(() => object({ board: named(checkBoardId), by: named(checkPersonName) })),
    ),
    cursorMoved: incomingEvent(
      payloadCheck(() =>
        object({ board: named(checkBoardId), person: named(checkPersonName), at: named(checkPoint) }),
      ),
    ),
  },
  rooms: {
    board: joinedRoom({
      key: payloadCheck(() => named(checkBoardId)),
      presence: roomPresence(payloadCheck(() => named(checkArtist))),
    }),
  },
};
