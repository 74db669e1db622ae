// Made by wirepact from contract/feed.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:8f89e8fb46886517

import {
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type Emit,
  type EmitWithoutPayload,
  type On,
  type OnWithoutPayload,
  type SystemFailure,
} from "wirepact/client";
import { feedDefinition } from "./feed.definition.js";
import type { Price } from "./schemas.js";

/**
 * The payload of `feed.pointed`.
 *
 * @see [contract/feed.ts:9](../contract/feed.ts#L9)
 */
export interface PointedPayload {
  x: number;
}

/** Events to the server on `feed`. */
export interface FeedEvents {
  /**
   * Dropped where it cannot leave at once.
   *
   * @see [contract/feed.ts:9](../contract/feed.ts#L9)
   */
  readonly pointed: Emit<PointedPayload>;
  /**
   * Wishes for a price.
   *
   * Of those that cannot leave at once only the newest for each `share` does, later.
   *
   * @see [contract/feed.ts:11](../contract/feed.ts#L11)
   */
  readonly wished: Emit<Price>;
  /**
   * Of those that cannot leave at once only the newest does, later.
   *
   * @see [contract/feed.ts:12](../contract/feed.ts#L12)
   */
  readonly turned: Emit<boolean>;
  /**
   * Of those that cannot leave at once only the newest does, later.
   *
   * @see [contract/feed.ts:13](../contract/feed.ts#L13)
   */
  readonly beat: EmitWithoutPayload;
  /** @see [contract/feed.ts:14](../contract/feed.ts#L14) */
  readonly said: Emit<string>;
}

/** Events of the server on `feed`. */
export interface FeedListeners {
  /**
   * Where somebody points to.
   *
   * Dropped where it cannot leave at once.
   *
   * @see [contract/feed.ts:18](../contract/feed.ts#L18)
   */
  readonly pointed: On<PointedPayload>;
  /**
   * Of those that cannot leave at once only the newest for each `share` does, later.
   *
   * @see [contract/feed.ts:19](../contract/feed.ts#L19)
   */
  readonly priced: On<Price>;
  /**
   * Of those that cannot leave at once only the newest does, later.
   *
   * @see [contract/feed.ts:20](../contract/feed.ts#L20)
   */
  readonly turned: On<boolean>;
  /**
   * Dropped where it cannot leave at once.
   *
   * @see [contract/feed.ts:21](../contract/feed.ts#L21)
   */
  readonly beat: OnWithoutPayload;
  /** @see [contract/feed.ts:22](../contract/feed.ts#L22) */
  readonly said: On<string>;
}

/**
 * Events that need not all arrive.
 *
 * @see [contract/feed.ts:7](../contract/feed.ts#L7)
 */
export interface FeedClient extends ChannelClient<SystemFailure> {
  /** Sends an event to the server. */
  readonly emit: FeedEvents;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: FeedListeners;
}

/**
 * Connects to `feed`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectFeed(url: string, options: ConnectOptions = {}): FeedClient {
  return connectChannel<FeedClient>(feedDefinition, url, options);
}
