// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:110c9301be87ad93

import {
  type Call,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  incomingEvent,
  loose,
  type On,
  object,
  payloadCheck,
  presentAuth,
  type SystemFailure,
} from "wirepact/client";

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

/** Events of the server on `custom`. */
export interface CustomListeners {
  /** @see [contract/protocol.ts:27](../contract/protocol.ts#L27) */
  readonly auth: On<AuthPayload>;
}

/**
 * A namespace that only greets.
 *
 * @see [contract/protocol.ts:25](../contract/protocol.ts#L25)
 */
export interface CustomClient extends ChannelClient<SystemFailure> {
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: CustomListeners;
  /** Presents other auth on the open connection: rooms and streams stay, and a refusal changes nothing. */
  readonly reauthenticate: Call<CustomAuth, void, SystemFailure>;
}

/** Options of {@link connectCustom}; `custom` asks for `auth`. */
export interface CustomOptions extends ConnectOptions {
  /** What the client presents: a value, or a function that is asked anew at each connection attempt. */
  readonly auth: CustomAuth | (() => CustomAuth | Promise<CustomAuth>);
}

/**
 * Connects to `custom`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectCustom(url: string, options: CustomOptions): CustomClient {
  return connectChannel<CustomClient>(customDefinition, url, options);
}

/** `custom` as the runtime sees it. */
const customDefinition: ClientDefinition = {
  name: "custom",
  path: "/custom",
  fingerprint: "caf42744c8f9b832",
  auth: presentAuth(payloadCheck(() => object({}, loose))),
  on: {
    auth: incomingEvent(payloadCheck(() => object({}, loose))),
  },
};
