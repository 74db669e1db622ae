// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:6d041687de23d4fc

import {
  type CallWithArguments,
  type CallWithoutInput,
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type EmitArguments,
  type HandleArguments,
  type OnArguments,
  type SystemFailure,
} from "wirepact/client";
import { boardDefinition } from "./board.definition.js";

/**
 * The arguments of `board.move`.
 *
 * @see [contract/protocol.ts:34](../contract/protocol.ts#L34)
 */
export type MoveArgs = [string, number, (number | undefined)?];

/**
 * The arguments of `board.place-piece`.
 *
 * @see [contract/protocol.ts:35](../contract/protocol.ts#L35)
 */
export type PlacePieceArgs = [string, number];

/**
 * The arguments of `board.find`.
 *
 * @see [contract/protocol.ts:37](../contract/protocol.ts#L37)
 */
export type FindArgs = [string];

/**
 * The output of `board.find`.
 *
 * @see [contract/protocol.ts:37](../contract/protocol.ts#L37)
 */
export type FindOutput = [number, number];

/**
 * The arguments of `board.clear`.
 *
 * @see [contract/protocol.ts:38](../contract/protocol.ts#L38)
 */
export type ClearArgs = [];

/**
 * The arguments of `board.guess`.
 *
 * @see [contract/protocol.ts:40](../contract/protocol.ts#L40)
 */
export type GuessArgs = [string, number];

/**
 * The arguments of `board.piece moved`.
 *
 * @see [contract/protocol.ts:46](../contract/protocol.ts#L46)
 */
export type PieceMovedArgs = [string, number];

/**
 * The arguments of `board.choose`.
 *
 * @see [contract/protocol.ts:47](../contract/protocol.ts#L47)
 */
export type ChooseArgs = [string, string];

/**
 * The arguments of `board.span`.
 *
 * @see [contract/protocol.ts:48](../contract/protocol.ts#L48)
 */
export type SpanArgs = [number];

/**
 * The output of `board.span`.
 *
 * @see [contract/protocol.ts:48](../contract/protocol.ts#L48)
 */
export type SpanOutput = [number, number];

/**
 * The arguments of `board.rate`.
 *
 * @see [contract/protocol.ts:49](../contract/protocol.ts#L49)
 */
export type RateArgs = [string, ...number[]];

/** Calls to the server on `board`. */
export interface BoardCalls {
  /** @see [contract/protocol.ts:35](../contract/protocol.ts#L35) */
  readonly "place-piece": CallWithArguments<PlacePieceArgs, boolean, SystemFailure>;
  /** @see [contract/protocol.ts:36](../contract/protocol.ts#L36) */
  readonly count: CallWithoutInput<number, SystemFailure>;
  /** @see [contract/protocol.ts:37](../contract/protocol.ts#L37) */
  readonly find: CallWithArguments<FindArgs, FindOutput, SystemFailure>;
  /** @see [contract/protocol.ts:38](../contract/protocol.ts#L38) */
  readonly clear: CallWithArguments<ClearArgs, void, SystemFailure>;
  /**
   * `args` is also checked by the author's code, on the server only.
   *
   * @see [contract/protocol.ts:39](../contract/protocol.ts#L39)
   */
  readonly guess: CallWithArguments<GuessArgs, boolean, SystemFailure>;
  /** @see [contract/protocol.ts:43](../contract/protocol.ts#L43) */
  readonly play: CallWithoutInput<void, SystemFailure>;
}

/** Events to the server on `board`. */
export interface BoardEvents {
  /**
   * Moves a piece.
   *
   * @see [contract/protocol.ts:34](../contract/protocol.ts#L34)
   */
  readonly move: EmitArguments<MoveArgs>;
}

/** Events of the server on `board`. */
export interface BoardListeners {
  /** @see [contract/protocol.ts:46](../contract/protocol.ts#L46) */
  readonly "piece moved": OnArguments<PieceMovedArgs>;
}

/** Calls of the server on `board`. */
export interface BoardClientHandlers {
  /** @see [contract/protocol.ts:47](../contract/protocol.ts#L47) */
  readonly choose: HandleArguments<ChooseArgs, string, object>;
  /** @see [contract/protocol.ts:48](../contract/protocol.ts#L48) */
  readonly span: HandleArguments<SpanArgs, SpanOutput, object>;
  /** @see [contract/protocol.ts:49](../contract/protocol.ts#L49) */
  readonly rate: HandleArguments<RateArgs, number, object>;
}

/**
 * Every manner in which calls and events are written by hand.
 *
 * @see [contract/protocol.ts:31](../contract/protocol.ts#L31)
 */
export interface BoardClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: BoardCalls;
  /** Sends an event to the server. */
  readonly emit: BoardEvents;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: BoardListeners;
  /** Answers a call of the server; each returns its own stop function. */
  readonly handle: BoardClientHandlers;
}

/**
 * Connects to `board`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectBoard(url: string, options: ConnectOptions = {}): BoardClient {
  return connectChannel<BoardClient>(boardDefinition, url, options);
}
