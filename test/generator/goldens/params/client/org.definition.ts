// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:def5e7dcd5864706

// @ts-nocheck: made to its types, and tested so.

import {
  boolean,
  type ClientDefinition,
  incomingEvent,
  int,
  named,
  number,
  object,
  outgoingCall,
  payloadCheck,
  presentParams,
  string,
} from "wirepact/client";
import { checkOrgId } from "./schemas.checks.js";

/** `org` as the runtime sees it. */
export const orgDefinition: ClientDefinition = {
  name: "org",
  path: "/org/:orgId/floor/:floor/:isOpen",
  fingerprint: "5254cb8eaf8f0d88",
  params: presentParams(
    payloadCheck(() => object({ orgId: named(checkOrgId), floor: number(int), isOpen: boolean })),
  ),
  call: {
    where: outgoingCall({ output: payloadCheck(() => string()) }),
  },
  on: {
    rang: incomingEvent(payloadCheck(() => string())),
  },
};
