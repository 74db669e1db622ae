// Made by wirepact from contract/feed.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:1878fb7ee8fc5e4c

// @ts-nocheck: made to its types, and tested so.

import {
  boolean,
  type ClientDefinition,
  incomingEvent,
  latestEvent,
  named,
  number,
  object,
  outgoingEvent,
  payloadCheck,
  string,
  volatileEvent,
} from "wirepact/client";
import { checkPrice } from "./schemas.checks.js";

/** `feed` as the runtime sees it. */
export const feedDefinition: ClientDefinition = {
  name: "feed",
  path: "/feed",
  fingerprint: "9661182dc1e82b58",
  emit: {
    pointed: volatileEvent(payloadCheck(() => object({ x: number() }))),
    wished: latestEvent({ payload: payloadCheck(() => named(checkPrice)), latest: "share" }),
    turned: latestEvent({ payload: payloadCheck(() => boolean), latest: true }),
    beat: latestEvent({ latest: true }),
    said: outgoingEvent(payloadCheck(() => string())),
  },
  on: {
    pointed: incomingEvent(payloadCheck(() => object({ x: number() }))),
    priced: incomingEvent(payloadCheck(() => named(checkPrice))),
    turned: incomingEvent(payloadCheck(() => boolean)),
    beat: incomingEvent(),
    said: incomingEvent(payloadCheck(() => string())),
  },
};
