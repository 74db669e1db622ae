// Made by wirepact from contract/directory.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:f1462cecccc52314

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  type ClientDefinition,
  incomingEvent,
  named,
  object,
  outgoingCall,
  payloadCheck,
  string,
} from "wirepact/client";
import { checkPerson } from "./schemas.checks.js";

/** `phoneDirectory` as the runtime sees it. */
export const phoneDirectoryDefinition: ClientDefinition = {
  name: "phoneDirectory",
  path: "/directory",
  fingerprint: "7f4069ae02927837",
  call: {
    find: outgoingCall({
      input: payloadCheck(() => object({ name: string() })),
      output: payloadCheck(() => array(named(checkPerson))),
    }),
  },
  on: {
    added: incomingEvent(payloadCheck(() => named(checkPerson))),
  },
};
