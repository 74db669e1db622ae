// Made by wirepact from contract/feed.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:62626a51e1984918

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
  straightCheck,
  string,
  volatileEvent,
} from "wirepact/client";
import {
  readPointedPayload,
  readPricedPayload,
  readSaidPayload,
  readTurnedPayload,
  writePointedPayload,
  writeSaidPayload,
  writeTurnedPayload,
  writeWishedPayload,
} from "./feed.checks.js";
import { checkPrice } from "./schemas.checks.js";

/** `feed` as the runtime sees it. */
export const feedDefinition: ClientDefinition = {
  name: "feed",
  path: "/feed",
  fingerprint: "9661182dc1e82b58",
  emit: {
    pointed: volatileEvent(straightCheck({ write: writePointedPayload }, () => object({ x: number() }))),
    wished: latestEvent({
      payload: straightCheck({ write: writeWishedPayload }, () => named(checkPrice)),
      latest: "share",
    }),
    turned: latestEvent({
      payload: straightCheck({ write: writeTurnedPayload }, () => boolean),
      latest: true,
    }),
    beat: latestEvent({ latest: true }),
    said: outgoingEvent(straightCheck({ write: writeSaidPayload }, () => string())),
  },
  on: {
    pointed: incomingEvent(straightCheck({ read: readPointedPayload }, () => object({ x: number() }))),
    priced: incomingEvent(straightCheck({ read: readPricedPayload }, () => named(checkPrice))),
    turned: incomingEvent(straightCheck({ read: readTurnedPayload }, () => boolean)),
    beat: incomingEvent(),
    said: incomingEvent(straightCheck({ read: readSaidPayload }, () => string())),
  },
};
