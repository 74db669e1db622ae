// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:bc5710841854d38c

// @ts-nocheck: made to its types, and tested so.

import {
  type ClientDefinition,
  incomingEvent,
  loose,
  object,
  presentAuth,
  straightCheck,
} from "wirepact/client";
import { readAuthPayload, writeCustomAuth } from "./custom.checks.js";

/** `custom` as the runtime sees it. */
export const customDefinition: ClientDefinition = {
  name: "custom",
  path: "/custom",
  fingerprint: "caf42744c8f9b832",
  auth: presentAuth(straightCheck({ write: writeCustomAuth }, () => object({}, loose))),
  on: {
    auth: incomingEvent(straightCheck({ read: readAuthPayload }, () => object({}, loose))),
  },
};
