// Made by wirepact from contract/library.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:198457ead3b77798

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  boolean,
  type ClientDefinition,
  date,
  incomingCall,
  incomingEvent,
  map,
  named,
  object,
  outgoingCall,
  payloadCheck,
  straightCheck,
  string,
} from "wirepact/client";
import { readAskOutput } from "./library.checks.js";
import { checkIsbnText } from "./schemas.checks.js";

/** `library` as the runtime sees it. */
export const libraryDefinition: ClientDefinition = {
  name: "library",
  path: "/library",
  fingerprint: "bb346b9c048b00e0",
  call: {
    lend: outgoingCall({
      input: payloadCheck(() => object({ book: named(checkIsbnText), until: date() })),
      output: payloadCheck(() => object({ books: map(string(), named(checkIsbnText)), since: date() })),
    }),
    ask: outgoingCall({
      input: payloadCheck(() => array(named(checkIsbnText))),
      output: straightCheck({ read: readAskOutput }, () => boolean),
    }),
  },
  on: {
    returned: incomingEvent(payloadCheck(() => named(checkIsbnText))),
  },
  handle: {
    confirm: incomingCall({
      input: payloadCheck(() => named(checkIsbnText)),
      output: payloadCheck(() => named(checkIsbnText)),
    }),
  },
};
