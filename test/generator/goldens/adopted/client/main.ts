// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:5295af6486f77520

import {
  argumentList,
  type Call,
  type CallWithArguments,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type EmitArguments,
  incomingEvent,
  loose,
  named,
  type On,
  type OnArguments,
  object,
  outgoingCallWithArguments,
  outgoingEvent,
  payloadCheck,
  plainValues,
  presentAuth,
  type SystemFailure,
  tuple,
} from "wirepact/client";
import { type Anything, checkAnything } from "./schemas.js";

/**
 * What a client presents to `main`.
 *
 * @see [contract/protocol.ts:9](../contract/protocol.ts#L9)
 */
export interface MainAuth {
  [key: string]: unknown;
}

/**
 * The arguments of `main.message`.
 *
 * @see [contract/protocol.ts:11](../contract/protocol.ts#L11)
 */
export type MessageArgs = [...Anything[]];

/**
 * The arguments of `main.message-with-ack`.
 *
 * @see [contract/protocol.ts:13](../contract/protocol.ts#L13)
 */
export type MessageWithAckArgs = [...Anything[]];

/**
 * The output of `main.message-with-ack`.
 *
 * @see [contract/protocol.ts:14](../contract/protocol.ts#L14)
 */
export type MessageWithAckOutput = [...Anything[]];

/**
 * The payload of `main.auth`.
 *
 * @see [contract/protocol.ts:19](../contract/protocol.ts#L19)
 */
export interface AuthPayload {
  [key: string]: unknown;
}

/**
 * The arguments of `main.message-back`.
 *
 * @see [contract/protocol.ts:20](../contract/protocol.ts#L20)
 */
export type MessageBackArgs = [...Anything[]];

/** Calls to the server on `main`. */
export interface MainCalls {
  /** @see [contract/protocol.ts:12](../contract/protocol.ts#L12) */
  readonly "message-with-ack": CallWithArguments<MessageWithAckArgs, MessageWithAckOutput, SystemFailure>;
}

/** Events to the server on `main`. */
export interface MainEvents {
  /** @see [contract/protocol.ts:11](../contract/protocol.ts#L11) */
  readonly message: EmitArguments<MessageArgs>;
}

/** Events of the server on `main`. */
export interface MainListeners {
  /** @see [contract/protocol.ts:19](../contract/protocol.ts#L19) */
  readonly auth: On<AuthPayload>;
  /** @see [contract/protocol.ts:20](../contract/protocol.ts#L20) */
  readonly "message-back": OnArguments<MessageBackArgs>;
}

/**
 * The default namespace of a server that was written by hand.
 *
 * @see [contract/protocol.ts:8](../contract/protocol.ts#L8)
 */
export interface MainClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: MainCalls;
  /** Sends an event to the server. */
  readonly emit: MainEvents;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: MainListeners;
  /** Presents other auth on the open connection: rooms and streams stay, and a refusal changes nothing. */
  readonly reauthenticate: Call<MainAuth, void, SystemFailure>;
}

/** Options of {@link connectMain}; `main` asks for `auth`. */
export interface MainOptions extends ConnectOptions {
  /** What the client presents: a value, or a function that is asked anew at each connection attempt. */
  readonly auth: MainAuth | (() => MainAuth | Promise<MainAuth>);
}

/**
 * Connects to `main`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectMain(url: string, options: MainOptions): MainClient {
  return connectChannel<MainClient>(mainDefinition, url, options);
}

/** `main` as the runtime sees it. */
const mainDefinition: ClientDefinition = {
  name: "main",
  path: "/",
  fingerprint: "f96d4ecafaf429e5",
  auth: presentAuth(payloadCheck(() => object({}, loose))),
  call: {
    "message-with-ack": outgoingCallWithArguments({
      input: payloadCheck(() => tuple([], named(checkAnything))),
      output: payloadCheck(() => tuple([], named(checkAnything))),
      reply: plainValues,
    }),
  },
  emit: {
    message: outgoingEvent(
      payloadCheck(() => tuple([], named(checkAnything))),
      argumentList(0),
    ),
  },
  on: {
    auth: incomingEvent(payloadCheck(() => object({}, loose))),
    "message-back": incomingEvent(
      payloadCheck(() => tuple([], named(checkAnything))),
      argumentList(0),
    ),
  },
};
