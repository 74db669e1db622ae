// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:79dba956f8009f04

// @ts-nocheck: made to its types, and tested so.

import {
  boolean,
  type ClientDefinition,
  date,
  givenRoom,
  incomingEvent,
  int,
  joinedRoom,
  max,
  min,
  named,
  number,
  object,
  payloadCheck,
  presentAuth,
  roomPresence,
  string,
  trim,
  withDefault,
} from "wirepact/client";
import { checkCornerName, checkTask } from "./schemas.checks.js";

/** `hall` as the runtime sees it. */
export const hallDefinition: ClientDefinition = {
  name: "hall",
  path: "/hall",
  fingerprint: "13f707aa00b1e46b",
  auth: presentAuth(payloadCheck(() => object({ name: string(min(1)) }))),
  on: {
    served: incomingEvent(payloadCheck(() => string())),
  },
  rooms: {
    table: joinedRoom({
      key: payloadCheck(() => object({ floor: number(int), name: string(trim, max(20)) })),
      errors: { Full: payloadCheck(() => object({ seats: number(int) })), Reserved: undefined },
      presence: roomPresence(
        payloadCheck(() => object({ mood: withDefault("calm", string(max(20))), since: date() })),
      ),
    }),
    corner: joinedRoom({ key: payloadCheck(() => named(checkCornerName)) }),
    staff: givenRoom({
      key: payloadCheck(() => boolean),
      presence: roomPresence(payloadCheck(() => named(checkTask))),
    }),
  },
};
