// Made by wirepact from contract/parcels.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:2e0067998992ef55

import {
  type ChannelImplementation,
  type ClientItems,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type Failure,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RunsIn,
  type ServerItems,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";

/**
 * The input of `parcels.send`.
 *
 * @see [contract/parcels.ts:9](../contract/parcels.ts#L9)
 */
export interface SendInput {
  content: string;
}

/**
 * The arguments of `parcels.pair`.
 *
 * @see [contract/parcels.ts:14](../contract/parcels.ts#L14)
 */
export type PairArgs = [number, number];

/**
 * The payload of `parcels.moved`.
 *
 * @see [contract/parcels.ts:17](../contract/parcels.ts#L17)
 */
export interface MovedPayload {
  x: number;
}

/**
 * The arguments of `parcels.named`.
 *
 * @see [contract/parcels.ts:19](../contract/parcels.ts#L19)
 */
export type NamedArgs = [string];

/** Clients of `parcels` that something is sent to. */
export interface ParcelsTarget extends TargetBase<ParcelsTarget> {}

/** One client of `parcels`. */
export interface ParcelsPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `parcels` is given besides the input. */
export interface ParcelsContext<Session> extends ConnectionContext<undefined, Session> {
  /** Everyone else on the channel. */
  readonly others: ParcelsTarget;
  /** Everyone on the channel. */
  readonly all: ParcelsTarget;
}

/** What middleware adds to the contexts of `parcels`, by member; of itself nothing. */
export interface ParcelsAdditions {
  readonly send: unknown;
  readonly insure: unknown;
  readonly pair: unknown;
  readonly ping: unknown;
  readonly moved: unknown;
  readonly weighed: unknown;
  readonly named: unknown;
  readonly scan: unknown;
  readonly track: unknown;
  readonly free: unknown;
}

/**
 * Parcels, of which nobody may send too many.
 *
 * @see [contract/parcels.ts:5](../contract/parcels.ts#L5)
 */
export interface ParcelsHandlers<Session, Additions extends ParcelsAdditions = ParcelsAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: ParcelsContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: ParcelsContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /**
   * Sends a parcel.
   *
   * Limits of a client: 5 a second, 10 at once; 2 under way; 2000 bytes a payload.
   *
   * @see [contract/parcels.ts:8](../contract/parcels.ts#L8)
   */
  send(input: SendInput, context: ParcelsContext<Session> & Additions["send"]): number | Promise<number>;
  /**
   * Idempotent: runs once, however often the call arrives; its deadline aborts it, the end of the connection does not. Limits of a client: 50 a second, 100 at once.
   *
   * @see [contract/parcels.ts:13](../contract/parcels.ts#L13)
   */
  insure(input: string, context: ParcelsContext<Session> & Additions["insure"]): void | Promise<void>;
  /**
   * Limits of a client: 9 bytes a payload.
   *
   * @see [contract/parcels.ts:14](../contract/parcels.ts#L14)
   */
  pair(
    ...args: [...args: PairArgs, context: ParcelsContext<Session> & Additions["pair"]]
  ): number | Promise<number>;
  /**
   * Limits of a client: 1 under way.
   *
   * @see [contract/parcels.ts:15](../contract/parcels.ts#L15)
   */
  ping(context: ParcelsContext<Session> & Additions["ping"]): void | Promise<void>;
  /**
   * Where the van is.
   *
   * Limits of a client: 30 a second, 60 at once.
   *
   * @see [contract/parcels.ts:17](../contract/parcels.ts#L17)
   */
  moved(input: MovedPayload, context: ParcelsContext<Session> & Additions["moved"]): void | Promise<void>;
  /**
   * Limits of a client: 3 a second, 3 at once.
   *
   * @see [contract/parcels.ts:18](../contract/parcels.ts#L18)
   */
  weighed(input: number, context: ParcelsContext<Session> & Additions["weighed"]): void | Promise<void>;
  /**
   * Limits of a client: 20 bytes a payload.
   *
   * @see [contract/parcels.ts:19](../contract/parcels.ts#L19)
   */
  named(
    ...args: [...args: NamedArgs, context: ParcelsContext<Session> & Additions["named"]]
  ): void | Promise<void>;
  /**
   * Limits of a client: 10 bytes an input or item.
   *
   * @see [contract/parcels.ts:20](../contract/parcels.ts#L20)
   */
  scan(
    items: ClientItems<string>,
    context: ParcelsContext<Session> & Additions["scan"],
  ): number | Promise<number>;
  /**
   * Limits of a client: 9 a second, 18 at once; 1 open.
   *
   * @see [contract/parcels.ts:21](../contract/parcels.ts#L21)
   */
  track(input: number, context: ParcelsContext<Session> & Additions["track"]): ServerItems<string, void>;
  /** @see [contract/parcels.ts:22](../contract/parcels.ts#L22) */
  free(input: string, context: ParcelsContext<Session> & Additions["free"]): void | Promise<void>;
}

/**
 * Parcels, of which nobody may send too many.
 *
 * @see [contract/parcels.ts:5](../contract/parcels.ts#L5)
 */
export interface ParcelsSockets {
  /** Everyone on the channel. */
  readonly all: ParcelsTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): ParcelsPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementParcels}; `Needed` is what middleware asks of the session. */
export interface ImplementParcels<Needed, Additions extends ParcelsAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: ParcelsHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"parcels", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof ParcelsAdditions = keyof ParcelsAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<ParcelsContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementParcels<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `parcels`; hand what it returns to `sockets` as `channels.parcels`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementParcels.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementParcels: ImplementParcels<unknown, ParcelsAdditions> = implementChannel("parcels");
