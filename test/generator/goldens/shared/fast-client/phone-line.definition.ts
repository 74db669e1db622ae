// Made by wirepact from contract/phone-line.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:45e64355270da242

// @ts-nocheck: made to its types, and tested so.

import {
  type ClientDefinition,
  incomingCall,
  incomingEvent,
  named,
  object,
  outgoingCall,
  presentAuth,
  straightCheck,
} from "wirepact/client";
import {
  readDialOutput,
  readRingingPayload,
  writeAnswerOutput,
  writeDialInput,
  writePhoneLineAuth,
  writePromiseInput,
} from "./phone-line.checks.js";
import { checkCall, checkPerson, checkPromise, checkSession, readPerson } from "./schemas.checks.js";

/** `phoneLine` as the runtime sees it. */
export const phoneLineDefinition: ClientDefinition = {
  name: "phoneLine",
  path: "/phone",
  fingerprint: "63ddd3441f56f78d",
  auth: presentAuth(
    straightCheck({ write: writePhoneLineAuth }, () => object({ person: named(checkPerson) })),
  ),
  call: {
    dial: outgoingCall({
      input: straightCheck({ write: writeDialInput }, () => named(checkCall)),
      output: straightCheck({ read: readDialOutput }, () => named(checkSession)),
      errors: { Engaged: straightCheck({ read: readPerson }, () => named(checkPerson)) },
    }),
    promise: outgoingCall({ input: straightCheck({ write: writePromiseInput }, () => named(checkPromise)) }),
  },
  on: {
    ringing: incomingEvent(straightCheck({ read: readRingingPayload }, () => named(checkCall))),
  },
  handle: {
    answer: incomingCall({ output: straightCheck({ write: writeAnswerOutput }, () => named(checkSession)) }),
  },
};
