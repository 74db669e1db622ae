// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:1781c7a260f2d07f

// @ts-nocheck: made to its types, and tested so.

import {
  type ClientDefinition,
  incomingEvent,
  object,
  oneOf,
  presentAuth,
  presentParams,
  straightCheck,
  string,
} from "wirepact/client";
import { readRangPayload, writeMemberAuth, writeMemberParams } from "./member.checks.js";

/** `member` as the runtime sees it. */
export const memberDefinition: ClientDefinition = {
  name: "member",
  path: "/member/:id",
  fingerprint: "e2c6e43f7c392ce1",
  params: presentParams(straightCheck({ write: writeMemberParams }, () => object({ id: oneOf("a", "b") }))),
  auth: presentAuth(straightCheck({ write: writeMemberAuth }, () => object({ name: string() }))),
  on: {
    rang: incomingEvent(straightCheck({ read: readRangPayload }, () => string())),
  },
};
