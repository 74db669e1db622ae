// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:ca1b099a63af71b4

import type {
  ChannelImplementation,
  ConnectionContext,
  ConnectionRequest,
  Emit,
  Failure,
  Namespace,
  Refusals,
  TargetBase,
  WithParams,
} from "wirepact/server";

/**
 * The parameters of `member`.
 *
 * @see [contract/org.ts:16](../contract/org.ts#L16)
 */
export interface MemberParams {
  id: "a" | "b";
}

/**
 * What a client presents to `member`.
 *
 * @see [contract/org.ts:17](../contract/org.ts#L17)
 */
export interface MemberAuth {
  name: string;
}

/** Events that the server may send on `member`. */
export interface MemberEvents {
  /** @see [contract/org.ts:18](../contract/org.ts#L18) */
  readonly rang: Emit<string>;
}

/** Clients of `member` that something is sent to. */
export interface MemberTarget extends TargetBase<MemberTarget> {
  readonly emit: MemberEvents;
}

/** One client of `member`. */
export interface MemberPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: MemberEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: MemberEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `member` is given besides the input. */
export interface MemberContext<Session> extends ConnectionContext<MemberAuth, Session> {
  /** The parameters of the path that the client is on. */
  readonly params: MemberParams;
  /** Sends an event to this client. */
  readonly emit: MemberEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: MemberEvents };
  /** Everyone else on the channel. */
  readonly others: MemberTarget;
  /** Everyone on the channel. */
  readonly all: MemberTarget;
}

/**
 * The same, for those who say who they are.
 *
 * @see [contract/org.ts:15](../contract/org.ts#L15)
 */
export interface MemberHandlers<Session> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(
    request: ConnectionRequest<MemberAuth, Refusals> & WithParams<MemberParams>,
  ): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: MemberContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: MemberContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
}

/**
 * The same, for those who say who they are.
 *
 * @see [contract/org.ts:15](../contract/org.ts#L15)
 */
export interface MemberSockets {
  /** Everyone on the channel. */
  readonly all: MemberTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): MemberPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** `app.sockets.member`: the channel of given parameters, whether anybody is there or not. */
export interface MemberSocketsOf {
  (params: MemberParams): MemberSockets;
}

/**
 * Takes the handlers of `member`; hand what it returns to `sockets` as `channels.member`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 */
export function implementMember<Session = undefined>(
  handlers: MemberHandlers<Session>,
): ChannelImplementation<"member", Session> {
  return { channel: "member", handlers };
}
