// Made by wirepact from contract/phone-line.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:3a453c05b04befc2

import {
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type DeclaredFailure,
  type HandleWithoutInput,
  incomingCall,
  incomingEvent,
  named,
  type On,
  object,
  outgoingCall,
  payloadCheck,
  presentAuth,
  type SystemFailure,
  type Call as WirepactCall,
} from "wirepact/client";
import {
  type Call,
  checkCall,
  checkPerson,
  checkPromise,
  checkSession,
  type Person,
  type Promise,
  type Session,
} from "./schemas.js";

/**
 * What a client presents to `phoneLine`.
 *
 * @see [contract/phone-line.ts:7](../contract/phone-line.ts#L7)
 */
export interface PhoneLineAuth {
  person: Person;
}

/** What `phoneLine.dial` may fail with: narrow by `code`. */
export type DialFailure = SystemFailure | DeclaredFailure<"Engaged", Person>;

/** Calls to the server on `phoneLine`. */
export interface PhoneLineCalls {
  /** @see [contract/phone-line.ts:9](../contract/phone-line.ts#L9) */
  readonly dial: WirepactCall<Call, Session, DialFailure>;
  /** @see [contract/phone-line.ts:10](../contract/phone-line.ts#L10) */
  readonly promise: WirepactCall<Promise, void, SystemFailure>;
}

/** Events of the server on `phoneLine`. */
export interface PhoneLineListeners {
  /** @see [contract/phone-line.ts:12](../contract/phone-line.ts#L12) */
  readonly ringing: On<Call>;
}

/** Calls of the server on `phoneLine`. */
export interface PhoneLineClientHandlers {
  /** @see [contract/phone-line.ts:12](../contract/phone-line.ts#L12) */
  readonly answer: HandleWithoutInput<Session, object>;
}

/**
 * A channel that is the file's default export.
 *
 * @see [contract/phone-line.ts:6](../contract/phone-line.ts#L6)
 */
export interface PhoneLineClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: PhoneLineCalls;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: PhoneLineListeners;
  /** Answers a call of the server; each returns its own stop function. */
  readonly handle: PhoneLineClientHandlers;
  /** Presents other auth on the open connection: rooms and streams stay, and a refusal changes nothing. */
  readonly reauthenticate: WirepactCall<PhoneLineAuth, void, SystemFailure>;
}

/** Options of {@link connectPhoneLine}; `phoneLine` asks for `auth`. */
export interface PhoneLineOptions extends ConnectOptions {
  /** What the client presents: a value, or a function that is asked anew at each connection attempt. */
  readonly auth: PhoneLineAuth | (() => PhoneLineAuth | globalThis.Promise<PhoneLineAuth>);
}

/**
 * Connects to `phoneLine`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectPhoneLine(url: string, options: PhoneLineOptions): PhoneLineClient {
  return connectChannel<PhoneLineClient>(phoneLineDefinition, url, options);
}

/** `phoneLine` as the runtime sees it. */
const phoneLineDefinition: ClientDefinition = {
  name: "phoneLine",
  path: "/phone",
  fingerprint: "63ddd3441f56f78d",
  auth: presentAuth(payloadCheck(() => object({ person: named(checkPerson) }))),
  call: {
    dial: outgoingCall({
      input: payloadCheck(() => named(checkCall)),
      output: payloadCheck(() => named(checkSession)),
      errors: { Engaged: payloadCheck(() => named(checkPerson)) },
    }),
    promise: outgoingCall({ input: payloadCheck(() => named(checkPromise)) }),
  },
  on: {
    ringing: incomingEvent(payloadCheck(() => named(checkCall))),
  },
  handle: {
    answer: incomingCall({ output: payloadCheck(() => named(checkSession)) }),
  },
};
