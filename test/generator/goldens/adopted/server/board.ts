// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:e345aa369ab4ff26

import type {
  CallWithArguments,
  ChannelImplementation,
  ConnectionContext,
  ConnectionRequest,
  EmitArguments,
  GroupCallWithArguments,
  Namespace,
  Refusals,
  TargetBase,
} from "wirepact/server";

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

/** Events that the server may send on `board`. */
export interface BoardEvents {
  /** @see [contract/protocol.ts:46](../contract/protocol.ts#L46) */
  readonly "piece moved": EmitArguments<PieceMovedArgs>;
}

/** Calls that the server may make to one client of `board`. */
export interface BoardCalls {
  /** @see [contract/protocol.ts:47](../contract/protocol.ts#L47) */
  readonly choose: CallWithArguments<ChooseArgs, string>;
  /** @see [contract/protocol.ts:48](../contract/protocol.ts#L48) */
  readonly span: CallWithArguments<SpanArgs, SpanOutput>;
  /** @see [contract/protocol.ts:49](../contract/protocol.ts#L49) */
  readonly rate: CallWithArguments<RateArgs, number>;
}

/** The same calls, to each client of a group: one outcome for each. */
export interface BoardGroupCalls {
  /** @see [contract/protocol.ts:47](../contract/protocol.ts#L47) */
  readonly choose: GroupCallWithArguments<ChooseArgs, string>;
  /** @see [contract/protocol.ts:48](../contract/protocol.ts#L48) */
  readonly span: GroupCallWithArguments<SpanArgs, SpanOutput>;
  /** @see [contract/protocol.ts:49](../contract/protocol.ts#L49) */
  readonly rate: GroupCallWithArguments<RateArgs, number>;
}

/** Clients of `board` that something is sent to. */
export interface BoardTarget extends TargetBase<BoardTarget> {
  readonly emit: BoardEvents;
  readonly call: BoardGroupCalls;
}

/** One client of `board`. */
export interface BoardPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: BoardEvents;
  readonly call: BoardCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: BoardEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `board` is given besides the input. */
export interface BoardContext<Session> extends ConnectionContext<undefined, Session> {
  /** Sends an event to this client. */
  readonly emit: BoardEvents;
  /** Calls this client. */
  readonly call: BoardCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: BoardEvents };
  /** Everyone else on the channel. */
  readonly others: BoardTarget;
  /** Everyone on the channel. */
  readonly all: BoardTarget;
}

/**
 * Every manner in which calls and events are written by hand.
 *
 * @see [contract/protocol.ts:31](../contract/protocol.ts#L31)
 */
export interface BoardHandlers<Session> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: BoardContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: BoardContext<Session>): void | Promise<void>;
  /**
   * Moves a piece.
   *
   * @see [contract/protocol.ts:34](../contract/protocol.ts#L34)
   */
  move(...args: [...args: MoveArgs, context: BoardContext<Session>]): void | Promise<void>;
  /** @see [contract/protocol.ts:35](../contract/protocol.ts#L35) */
  "place-piece"(
    ...args: [...args: PlacePieceArgs, context: BoardContext<Session>]
  ): boolean | Promise<boolean>;
  /** @see [contract/protocol.ts:36](../contract/protocol.ts#L36) */
  count(context: BoardContext<Session>): number | Promise<number>;
  /** @see [contract/protocol.ts:37](../contract/protocol.ts#L37) */
  find(...args: [...args: FindArgs, context: BoardContext<Session>]): FindOutput | Promise<FindOutput>;
  /** @see [contract/protocol.ts:38](../contract/protocol.ts#L38) */
  clear(...args: [...args: ClearArgs, context: BoardContext<Session>]): void | Promise<void>;
  /** @see [contract/protocol.ts:39](../contract/protocol.ts#L39) */
  guess(...args: [...args: GuessArgs, context: BoardContext<Session>]): boolean | Promise<boolean>;
  /** @see [contract/protocol.ts:43](../contract/protocol.ts#L43) */
  play(context: BoardContext<Session>): void | Promise<void>;
}

/**
 * Every manner in which calls and events are written by hand.
 *
 * @see [contract/protocol.ts:31](../contract/protocol.ts#L31)
 */
export interface BoardSockets {
  /** Everyone on the channel. */
  readonly all: BoardTarget;
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
): ChannelImplementation<"board"> {
  return { channel: "board", handlers };
}
