// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:fcff705a77912ec8

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
  presentParams,
  straightCheck,
  string,
} from "wirepact/client";
import { readRangPayload, readWhereOutput, writeOrgParams } from "./org.checks.js";
import { checkOrgId } from "./schemas.checks.js";

/** `org` as the runtime sees it. */
export const orgDefinition: ClientDefinition = {
  name: "org",
  path: "/org/:orgId/floor/:floor/:isOpen",
  fingerprint: "5254cb8eaf8f0d88",
  params: presentParams(
    straightCheck({ write: writeOrgParams }, () =>
      object({ orgId: named(checkOrgId), floor: number(int), isOpen: boolean }),
    ),
  ),
  call: {
    where: outgoingCall({ output: straightCheck({ read: readWhereOutput }, () => string()) }),
  },
  on: {
    rang: incomingEvent(straightCheck({ read: readRangPayload }, () => string())),
  },
};
