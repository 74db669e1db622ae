// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:184c4c735476e05d

import type {
  ChannelImplementation,
  ConnectionContext,
  ConnectionRequest,
  Emit,
  Failure,
  Namespace,
  Refusals,
  TargetBase,
} from "wirepact/server";

/**
 * What a client presents to `custom`.
 *
 * @see [contract/protocol.ts:26](../contract/protocol.ts#L26)
 */
export interface CustomAuth {
  [key: string]: unknown;
}

/**
 * The payload of `custom.auth`.
 *
 * @see [contract/protocol.ts:27](../contract/protocol.ts#L27)
 */
export interface AuthPayload {
  [key: string]: unknown;
}

/** Events that the server may send on `custom`. */
export interface CustomEvents {
  /** @see [contract/protocol.ts:27](../contract/protocol.ts#L27) */
  readonly auth: Emit<AuthPayload>;
}

/** Clients of `custom` that something is sent to. */
export interface CustomTarget extends TargetBase<CustomTarget> {
  readonly emit: CustomEvents;
}

/** One client of `custom`. */
export interface CustomPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: CustomEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: CustomEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `custom` is given besides the input. */
export interface CustomContext<Session> extends ConnectionContext<CustomAuth, Session> {
  /** Sends an event to this client. */
  readonly emit: CustomEvents;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: CustomEvents };
  /** Everyone else on the channel. */
  readonly others: CustomTarget;
  /** Everyone on the channel. */
  readonly all: CustomTarget;
}

/**
 * A namespace that only greets.
 *
 * @see [contract/protocol.ts:25](../contract/protocol.ts#L25)
 */
export interface CustomHandlers<Session> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<CustomAuth, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: CustomContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: CustomContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
}

/**
 * A namespace that only greets.
 *
 * @see [contract/protocol.ts:25](../contract/protocol.ts#L25)
 */
export interface CustomSockets {
  /** Everyone on the channel. */
  readonly all: CustomTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): CustomPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/**
 * Takes the handlers of `custom`; hand what it returns to `sockets` as `channels.custom`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 */
export function implementCustom<Session = undefined>(
  handlers: CustomHandlers<Session>,
): ChannelImplementation<"custom", Session> {
  return { channel: "custom", handlers };
}
