// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:bc374cd75fe0ace5

// @ts-nocheck: made to its types, and tested so.

import {
  type ClientDefinition,
  incomingEvent,
  object,
  oneOf,
  payloadCheck,
  presentAuth,
  presentParams,
  string,
} from "wirepact/client";

/** `member` as the runtime sees it. */
export const memberDefinition: ClientDefinition = {
  name: "member",
  path: "/member/:id",
  fingerprint: "e2c6e43f7c392ce1",
  params: presentParams(payloadCheck(() => object({ id: oneOf("a", "b") }))),
  auth: presentAuth(payloadCheck(() => object({ name: string() }))),
  on: {
    rang: incomingEvent(payloadCheck(() => string())),
  },
};
