// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:b98d66248b42cfee

import {
  type Call,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  incomingEvent,
  type On,
  object,
  oneOf,
  payloadCheck,
  presentAuth,
  presentParams,
  type SystemFailure,
  string,
} from "wirepact/client";

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

/** Events of the server on `member`. */
export interface MemberListeners {
  /** @see [contract/org.ts:18](../contract/org.ts#L18) */
  readonly rang: On<string>;
}

/**
 * The same, for those who say who they are.
 *
 * @see [contract/org.ts:15](../contract/org.ts#L15)
 */
export interface MemberClient extends ChannelClient<SystemFailure> {
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: MemberListeners;
  /** Presents other auth on the open connection: rooms and streams stay, and a refusal changes nothing. */
  readonly reauthenticate: Call<MemberAuth, void, SystemFailure>;
}

/** Options of {@link connectMember}; `member` asks for `params` and `auth`. */
export interface MemberOptions extends ConnectOptions {
  /** The parameters of the path `/member/:id`. */
  readonly params: MemberParams;
  /** What the client presents: a value, or a function that is asked anew at each connection attempt. */
  readonly auth: MemberAuth | (() => MemberAuth | Promise<MemberAuth>);
}

/**
 * Connects to `member`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectMember(url: string, options: MemberOptions): MemberClient {
  return connectChannel<MemberClient>(memberDefinition, url, options);
}

/** `member` as the runtime sees it. */
const memberDefinition: ClientDefinition = {
  name: "member",
  path: "/member/:id",
  fingerprint: "e2c6e43f7c392ce1",
  params: presentParams(payloadCheck(() => object({ id: oneOf("a", "b") }))),
  auth: presentAuth(payloadCheck(() => object({ name: string() }))),
  on: {
    rang: incomingEvent(payloadCheck(() => string())),
  },
};
