// Made by wirepact from contract/quiet.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:e641d4c38b753769

import type {
  ChannelImplementation,
  ConnectionContext,
  ConnectionRequest,
  Failure,
  Namespace,
  Refusals,
  TargetBase,
} from "wirepact/server";

/** Clients of `quiet` that something is sent to. */
export interface QuietTarget extends TargetBase<QuietTarget> {}

/** One client of `quiet`. */
export interface QuietPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `quiet` is given besides the input. */
export interface QuietContext<Session> extends ConnectionContext<undefined, Session> {
  /** Everyone else on the channel. */
  readonly others: QuietTarget;
  /** Everyone on the channel. */
  readonly all: QuietTarget;
}

/**
 * What the server does on `quiet`.
 *
 * @see [contract/quiet.ts:3](../contract/quiet.ts#L3)
 */
export interface QuietHandlers<Session> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: QuietContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: QuietContext<Session>): void | Promise<void>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
}

/**
 * `app.sockets.quiet`: what the server may do on the channel from anywhere.
 *
 * @see [contract/quiet.ts:3](../contract/quiet.ts#L3)
 */
export interface QuietSockets {
  /** Everyone on the channel. */
  readonly all: QuietTarget;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): QuietPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/**
 * Takes the handlers of `quiet`; hand what it returns to `sockets` as `channels.quiet`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 */
export function implementQuiet<Session = undefined>(
  handlers: QuietHandlers<Session>,
): ChannelImplementation<"quiet", Session> {
  return { channel: "quiet", handlers };
}
