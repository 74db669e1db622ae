// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:5792d1c7db95b443

import {
  type CallWithArguments,
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type EmitArguments,
  type Failure,
  type GroupCallWithArguments,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RunsIn,
  type SessionOf,
  type TargetBase,
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

/** What middleware adds to the contexts of `board`, by member; of itself nothing. */
export interface BoardAdditions {
  readonly move: unknown;
  readonly "place-piece": unknown;
  readonly count: unknown;
  readonly find: unknown;
  readonly clear: unknown;
  readonly guess: unknown;
  readonly play: unknown;
}

/**
 * Every manner in which calls and events are written by hand.
 *
 * @see [contract/protocol.ts:31](../contract/protocol.ts#L31)
 */
export interface BoardHandlers<Session, Additions extends BoardAdditions = BoardAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: BoardContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: BoardContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /**
   * Moves a piece.
   *
   * @see [contract/protocol.ts:34](../contract/protocol.ts#L34)
   */
  move(
    ...args: [...args: MoveArgs, context: BoardContext<Session> & Additions["move"]]
  ): void | Promise<void>;
  /** @see [contract/protocol.ts:35](../contract/protocol.ts#L35) */
  "place-piece"(
    ...args: [...args: PlacePieceArgs, context: BoardContext<Session> & Additions["place-piece"]]
  ): boolean | Promise<boolean>;
  /** @see [contract/protocol.ts:36](../contract/protocol.ts#L36) */
  count(context: BoardContext<Session> & Additions["count"]): number | Promise<number>;
  /** @see [contract/protocol.ts:37](../contract/protocol.ts#L37) */
  find(
    ...args: [...args: FindArgs, context: BoardContext<Session> & Additions["find"]]
  ): FindOutput | Promise<FindOutput>;
  /** @see [contract/protocol.ts:38](../contract/protocol.ts#L38) */
  clear(
    ...args: [...args: ClearArgs, context: BoardContext<Session> & Additions["clear"]]
  ): void | Promise<void>;
  /** @see [contract/protocol.ts:39](../contract/protocol.ts#L39) */
  guess(
    ...args: [...args: GuessArgs, context: BoardContext<Session> & Additions["guess"]]
  ): boolean | Promise<boolean>;
  /** @see [contract/protocol.ts:43](../contract/protocol.ts#L43) */
  play(context: BoardContext<Session> & Additions["play"]): void | Promise<void>;
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

/** The type of {@link implementBoard}; `Needed` is what middleware asks of the session. */
export interface ImplementBoard<Needed, Additions extends BoardAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: BoardHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"board", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof BoardAdditions = keyof BoardAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<BoardContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementBoard<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `board`; hand what it returns to `sockets` as `channels.board`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementBoard.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementBoard: ImplementBoard<unknown, BoardAdditions> = implementChannel("board");
