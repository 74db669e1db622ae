// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:95b9eaa8ac0bbfff

// @ts-nocheck: made to its types, and tested so.

import {
  type ClientDefinition,
  incomingEvent,
  loose,
  object,
  payloadCheck,
  presentAuth,
} from "wirepact/client";

/** `custom` as the runtime sees it. */
export const customDefinition: ClientDefinition = {
  name: "custom",
  path: "/custom",
  fingerprint: "caf42744c8f9b832",
  auth: presentAuth(payloadCheck(() => object({}, loose))),
  on: {
    auth: incomingEvent(payloadCheck(() => object({}, loose))),
  },
};
