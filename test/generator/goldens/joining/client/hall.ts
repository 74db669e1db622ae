// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:7a1e8f83b71abb52

import {
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  incomingEvent,
  min,
  type On,
  object,
  payloadCheck,
  presentAuth,
  type SystemFailure,
  string,
} from "wirepact/client";

/**
 * What a client presents to `hall`.
 *
 * @see [contract/hall.ts:10](../contract/hall.ts#L10)
 */
export interface HallAuth {
  name: string;
}

/** Events of the server on `hall`. */
export interface HallListeners {
  /** @see [contract/hall.ts:26](../contract/hall.ts#L26) */
  readonly served: On<string>;
}

/**
 * The client of `hall`.
 *
 * @see [contract/hall.ts:9](../contract/hall.ts#L9)
 */
export interface HallClient extends ChannelClient<SystemFailure> {
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: HallListeners;
}

/** Options of {@link connectHall}; `hall` asks for `auth`. */
export interface HallOptions extends ConnectOptions {
  /** What the client presents: a value, or a function that is asked anew at each connection attempt. */
  readonly auth: HallAuth | (() => HallAuth | Promise<HallAuth>);
}

/**
 * Connects to `hall`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectHall(url: string, options: HallOptions): HallClient {
  return connectChannel<HallClient>(hallDefinition, url, options);
}

/** `hall` as the runtime sees it. */
const hallDefinition: ClientDefinition = {
  name: "hall",
  path: "/hall",
  fingerprint: "d052cf159d67cd45",
  auth: presentAuth(payloadCheck(() => object({ name: string(min(1)) }))),
  on: {
    served: incomingEvent(payloadCheck(() => string())),
  },
};
