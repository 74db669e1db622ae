// Made by wirepact from contract/phone-line.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:184680fb9ede27d6

// @ts-nocheck: made to its types, and tested so.

import {
  type ClientDefinition,
  incomingCall,
  incomingEvent,
  named,
  object,
  outgoingCall,
  payloadCheck,
  presentAuth,
} from "wirepact/client";
import { checkCall, checkPerson, checkPromise, checkSession } from "./schemas.checks.js";

/** `phoneLine` as the runtime sees it. */
export const phoneLineDefinition: ClientDefinition = {
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
