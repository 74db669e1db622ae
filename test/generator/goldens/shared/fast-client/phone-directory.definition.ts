// Made by wirepact from contract/directory.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:575a4286279f6f34

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  type ClientDefinition,
  incomingEvent,
  named,
  object,
  outgoingCall,
  straightCheck,
  string,
} from "wirepact/client";
import { readFindOutput, writeFindInput } from "./phone-directory.checks.js";
import { checkPerson, readPerson } from "./schemas.checks.js";

/** `phoneDirectory` as the runtime sees it. */
export const phoneDirectoryDefinition: ClientDefinition = {
  name: "phoneDirectory",
  path: "/directory",
  fingerprint: "7f4069ae02927837",
  call: {
    find: outgoingCall({
      input: straightCheck({ write: writeFindInput }, () => object({ name: string() })),
      output: straightCheck({ read: readFindOutput }, () => array(named(checkPerson))),
    }),
  },
  on: {
    added: incomingEvent(straightCheck({ read: readPerson }, () => named(checkPerson))),
  },
};
